import { randomUUID } from "node:crypto";
import type {
  Attachment,
  ConversationId,
  FileId,
  MessageId,
  SearchAnswer,
} from "@veche/contracts";
import {
  createSearch,
  type SearchTables,
} from "../src/modules/search/index.ts";
import { serverActor } from "../src/platform/db/database.ts";
import { systemClock } from "../src/platform/clock.ts";
import { systemTimers } from "../src/platform/timers.ts";
import type { UserPrincipal } from "../src/platform/principal.ts";
import {
  openConversations,
  newClientId,
  type ConversationsWorld,
} from "./conversations.ts";
import { createTestHttp, publicUrl } from "./http.ts";

export interface SearchWorld extends AsyncDisposable {
  readonly world: ConversationsWorld;
  readonly anna: UserPrincipal;
  readonly boris: UserPrincipal;
  /** Everything committed so far can be found. */
  indexed(): Promise<void>;
  /** As Anna asks. */
  ask(
    text: string,
    more?: Readonly<Record<string, string>>,
  ): Promise<SearchAnswer>;
  askAs(
    viewer: UserPrincipal,
    text: string,
    more?: Readonly<Record<string, string>>,
  ): Promise<SearchAnswer>;
  status(query: string): Promise<number>;
  /** Only the texts of what Anna finds. */
  texts(
    text: string,
    more?: Readonly<Record<string, string>>,
  ): Promise<readonly string[]>;
  sendFiles(
    author: UserPrincipal,
    conversationId: ConversationId,
    files: readonly string[],
  ): Promise<void>;
}

/** Anna and Boris, and a search over their conversations. */
export async function openSearch(): Promise<SearchWorld> {
  const world = await openConversations();
  const [anna, boris] = [world.user("Anna"), world.user("Boris")];
  const people = new Map(
    [anna, boris].map((user) => [user.id as string, user]),
  );
  const search = createSearch({
    database: world.test.database.narrow<SearchTables>(),
    chats: world.chats,
    bus: world.test.bus,
    timers: systemTimers,
    clock: systemClock,
    log: world.test.log,
    directory: {
      find: async (_viewerId, text) =>
        [...people.values()]
          .filter(({ name }) =>
            name.toLowerCase().startsWith(text.toLowerCase()),
          )
          .map(({ id, name }) => ({
            id,
            name,
            detail: "",
            photoId: null,
            isDisabled: false,
          })),
    },
    objects: { find: async () => [] },
  });
  const http = await createTestHttp({
    routes: search.routes,
    authenticate: {
      session: async (id) => people.get(id),
      bearer: async () => undefined,
    },
  });
  const get = (viewer: UserPrincipal, query: string) =>
    http.inject({
      method: "GET",
      url: `/api/v1/search?${query}`,
      headers: { origin: publicUrl, cookie: `veche_session=${viewer.id}` },
    });
  const askAs: SearchWorld["askAs"] = async (viewer, text, more = {}) => {
    const answer = await get(
      viewer,
      new URLSearchParams({ text, ...more }).toString(),
    );
    if (answer.statusCode !== 200) throw new Error(answer.body);
    return answer.json<SearchAnswer>();
  };
  return {
    world,
    anna,
    boris,
    indexed: () => search.catchUp(),
    askAs,
    ask: (text, more) => askAs(anna, text, more),
    status: async (query) => (await get(anna, query)).statusCode,
    texts: async (text, more) =>
      (await askAs(anna, text, more)).messages.map(
        ({ snippet }) => snippet.text,
      ),
    async sendFiles(author, conversationId, files) {
      await world.test.database.transact(serverActor, (unit) =>
        world.chats.append(unit, conversationId, [
          {
            type: "message.created",
            actorId: author.id,
            messageId: randomUUID() as MessageId,
            clientId: newClientId(),
            body: "",
            attachments: files.map(attachment),
          },
        ]),
      );
    },
    async [Symbol.asyncDispose]() {
      await http[Symbol.asyncDispose]();
      await search[Symbol.asyncDispose]();
      await world[Symbol.asyncDispose]();
    },
  };
}

const attachment = (name: string): Attachment => ({
  fileId: randomUUID() as FileId,
  kind: name.endsWith(".png") ? "picture" : "document",
  name,
  mediaType: "application/octet-stream",
  sizeBytes: 1,
  width: null,
  height: null,
  durationMs: null,
  waveform: null,
  hasPreview: false,
  isVoice: false,
});

import { readdir } from "node:fs/promises";
import { Readable } from "node:stream";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { PersonalExport } from "@veche/contracts";
import {
  newClientId,
  openConversations,
  type ConversationsWorld,
} from "../../../tests/conversations.ts";
import { createTestHttp, ownPage } from "../../../tests/http.ts";
import { privacyPowers } from "../../../tests/privacy.ts";
import type { UserPrincipal } from "../../platform/principal.ts";
import { createPrivacy, type Privacy } from "./index.ts";
import type { PrivacyPowers } from "./privacy-powers.ts";

let world: ConversationsWorld;
let powers: Awaited<ReturnType<typeof privacyPowers>>;
let privacy: Privacy;
let anna: UserPrincipal;
let boris: UserPrincipal;

const begin = (given: Partial<PrivacyPowers> = {}): Privacy =>
  createPrivacy({
    ...powers,
    database: world.test.database.narrow(),
    ...{ chats: world.chats, messages: world.messages, clock: world.clock },
    timers: world.clock,
    log: world.test.log,
    tellers: [
      { what: "messages", tell: (id) => world.messages.tellWords(id) },
      { what: "conversations", tell: (id) => world.chats.tellPlaces(id) },
    ],
    files: {
      async *files() {
        yield { name: "1-photo.png", bytes: () => Readable.from([picture]) };
      },
    },
    ...given,
  });
const picture = Buffer.from("a picture, as it was sent");

beforeEach(async () => {
  world = await openConversations();
  powers = await privacyPowers();
  privacy = begin();
  anna = world.user("Anna");
  boris = world.user("Boris");
});
afterEach(async () => {
  await privacy[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
});

async function ask(
  method: "GET" | "POST" | "DELETE",
  path = "",
  { as = anna, of = privacy } = {},
) {
  await using http = await createTestHttp({
    clock: world.clock,
    routes: of.routes,
    byteRoutes: of.byteRoutes,
    authenticate: { session: async () => as, bearer: async () => undefined },
  });
  return await http.inject({
    method,
    url: `/api/v1/privacy/exports${path}`,
    headers: ownPage,
  });
}

const wanted = async () => (await ask("POST")).json<PersonalExport>();
const listed = async () =>
  (await ask("GET")).json<{ items: PersonalExport[] }>().items;

/** What is in a ZIP, read by its list at the end as any program does. */
function unzip(zip: Buffer): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const end = zip.lastIndexOf(Buffer.from("PK\x06\x06", "latin1"));
  const count = Number(zip.readBigUInt64LE(end + 32));
  let at = Number(zip.readBigUInt64LE(end + 48));
  for (let n = 0; n < count; n += 1) {
    const nameLength = zip.readUInt16LE(at + 28);
    const extra = at + 46 + nameLength;
    const name = zip.toString("utf8", at + 46, extra);
    const size = Number(zip.readBigUInt64LE(extra + 4));
    const local = Number(zip.readBigUInt64LE(extra + 20));
    const data =
      local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    found.set(name, zip.toString("utf8", data, data + size));
    at = extra + zip.readUInt16LE(at + 30);
  }
  return found;
}

const copy = async (id: string, as = anna) => ask("GET", `/${id}/file`, { as });

describe("a copy of one's own data", () => {
  it("holds what they wrote, where they are and what they uploaded, and nobody else's words", async () => {
    const room = await world.group(anna, boris);
    await world.send(anna, room, { body: "Привет, «мир»" });
    await world.send(boris, room, { body: "another's words" });
    const { id } = await wanted();
    await privacy.quiet();
    expect(await listed()).toMatchObject([{ id, state: "ready" }]);
    const answer = await copy(id);
    expect(answer.headers).toMatchObject({
      "content-type": "application/zip",
      "content-disposition": "attachment; filename=my-data.zip",
      "cache-control": "private, no-store",
    });
    const files = unzip(answer.rawPayload);
    expect([...files.keys()]).toEqual([
      "messages.json",
      "conversations.json",
      "files/1-photo.png",
    ]);
    expect(JSON.parse(files.get("messages.json") ?? "")).toMatchObject([
      { conversationId: room, body: "Привет, «мир»" },
    ]);
    expect(JSON.parse(files.get("conversations.json") ?? "")).toMatchObject([
      { id: room, title: "A group", role: "owner" },
    ]);
    expect(files.get("files/1-photo.png")).toBe(picture.toString());
    expect(answer.body).not.toContain("another's words");
  });

  it("has no words of confidential conversations: nothing leaves these (C9)", async () => {
    const room = await world.group(anna, boris);
    await world.send(anna, room, { body: "a secret" });
    await world.ask(anna, "conversation.update", {
      conversationId: room,
      confidentiality: {
        messageLifetimeMs: null,
        allowedDevices: ["desktop_browser"],
      },
    });
    const { id } = await wanted();
    await privacy.quiet();
    const answer = await copy(id);
    expect(answer.statusCode).toBe(200);
    expect(answer.body).not.toContain("a secret");
  });

  it("is one, however often it is asked for", async () => {
    await privacy[Symbol.asyncDispose]();
    const gate = Promise.withResolvers<undefined>();
    privacy = begin({
      tellers: [
        {
          what: "messages",
          async *tell() {
            await gate.promise;
            yield "all";
          },
        },
      ],
    });
    const first = await wanted();
    expect(await wanted()).toEqual(first);
    gate.resolve(undefined);
    await privacy.quiet();
    const second = await wanted();
    expect(second.id).not.toBe(first.id);
    await privacy.quiet();
    expect((await listed()).map(({ state }) => state)).toEqual([
      "ready",
      "expired",
    ]);
    expect((await copy(first.id)).statusCode).toBe(404);
    expect(await readdir(powers.exportFolder)).toEqual([`${second.id}.zip`]);
  });

  it("is the person's alone", async () => {
    const { id } = await wanted();
    await privacy.quiet();
    expect((await copy(id, boris)).statusCode).toBe(404);
    expect((await ask("DELETE", `/${id}`, { as: boris })).statusCode).toBe(404);
    expect((await copy("nonsense")).statusCode).toBe(404);
  });

  it("goes after three days, or when it is removed, with its bytes", async () => {
    const { id } = await wanted();
    await privacy.quiet();
    world.clock.advance(3 * 24 * 3_600_000);
    expect((await copy(id)).statusCode).toBe(404);
    await privacy.quiet();
    expect((await listed())[0]?.state).toBe("expired");
    expect(await readdir(powers.exportFolder)).toEqual([]);
    const { id: next } = await wanted();
    await privacy.quiet();
    expect((await ask("DELETE", `/${next}`)).statusCode).toBe(204);
    await privacy.quiet();
    expect((await copy(next)).statusCode).toBe(404);
    expect(await readdir(powers.exportFolder)).toEqual([]);
  });

  it("is made though the process that made it is killed in the middle", async () => {
    const isBegun = Promise.withResolvers<undefined>();
    const never = Promise.withResolvers<undefined>();
    await privacy[Symbol.asyncDispose]();
    const dying = begin({
      tellers: [
        {
          what: "messages",
          async *tell() {
            yield "half";
            isBegun.resolve(undefined);
            await never.promise;
            throw new Error("killed");
          },
        },
      ],
    });
    privacy = dying;
    const { id } = await wanted();
    await isBegun.promise;
    privacy = begin();
    await privacy.quiet();
    // As long as the other may be alive nobody meddles.
    expect((await listed())[0]?.state).toBe("waiting");
    world.clock.advance(61_000);
    await privacy.quiet();
    expect((await listed())[0]).toMatchObject({ id, state: "ready" });
    expect([...unzip((await copy(id)).rawPayload).keys()]).toHaveLength(3);
    never.resolve(undefined);
    await dying[Symbol.asyncDispose]();
    // What the dead one left undone changes nothing any more.
    expect((await listed())[0]).toMatchObject({ id, state: "ready" });
  });

  it("fails after the third try, and can be asked for again", async () => {
    await privacy[Symbol.asyncDispose]();
    privacy = begin({
      files: {
        files() {
          throw new Error("the disk is broken");
        },
      },
    });
    const { id } = await wanted();
    for (let round = 0; round < 3; round += 1) {
      await privacy.quiet();
      world.clock.advance(61_000);
    }
    expect((await listed())[0]).toMatchObject({ id, state: "failed" });
    expect((await wanted()).id).not.toBe(id);
  });

  it("is in the trail when it is asked for and each time it is taken", async () => {
    const { id } = await wanted();
    await privacy.quiet();
    await copy(id);
    const facts = await world.test.outboxEvents();
    expect(
      facts.filter(({ type }) => type.startsWith("export.")),
    ).toMatchObject([
      { type: "export.requested", exportId: id, actor: { id: anna.id } },
      { type: "export.taken", exportId: id, actor: { id: anna.id } },
    ]);
  });

  it("leaves out what was never sent", async () => {
    const room = await world.group(anna, boris);
    await world.ask(anna, "draft.keep", {
      conversationId: room,
      body: "unsent",
    });
    await world.send(anna, room, { body: "said", clientId: newClientId() });
    const { id } = await wanted();
    await privacy.quiet();
    const files = unzip((await copy(id)).rawPayload);
    expect(JSON.parse(files.get("messages.json") ?? "")).toHaveLength(1);
    // One's own draft is one's own too, with the conversation it stands in.
    expect(files.get("conversations.json")).toContain("unsent");
  });
});

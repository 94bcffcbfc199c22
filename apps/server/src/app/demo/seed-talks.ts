import type {
  CommandName,
  CommandParams,
  CommandResult,
  ClientId,
  ConversationId,
  DeviceId,
  Mention,
  MessageCreated,
  SessionId,
} from "@veche/contracts";
import type { Chats } from "../../modules/chats/index.ts";
import type { Files } from "../../modules/files/index.ts";
import type { Identity } from "../../modules/identity/index.ts";
import type { Messages } from "../../modules/messages/index.ts";
import { AppError } from "../../platform/app-error.ts";
import type { Ids } from "../../platform/ids.ts";
import type { UserPrincipal } from "../../platform/principal.ts";
import type { CommandHandlers } from "../../platform/realtime/command.ts";
import { drawShowcase } from "./showcase-picture.ts";
import { demoTalks, type DemoLine, type DemoTalk } from "./talks.ts";

export interface TalksDeps {
  readonly identity: Pick<Identity, "findByLogin">;
  readonly chats: Pick<Chats, "commands" | "syncSource">;
  readonly messages: Pick<Messages, "commands">;
  readonly files: Pick<Files, "takeIn">;
  readonly ids: Ids;
}

/** Does what one of the demo people would do. */
type Ask = <Name extends CommandName>(
  login: string,
  name: Name,
  params: CommandParams<Name>,
) => Promise<CommandResult<Name>>;

interface Company {
  readonly deps: TalksDeps;
  readonly people: ReadonlyMap<string, UserPrincipal>;
  readonly ask: Ask;
}

type Said = Pick<MessageCreated, "messageId" | "seq">;

/** A talk that stands, and what was said in it so far. */
interface Standing {
  readonly talk: DemoTalk;
  readonly number: number;
  readonly conversationId: ConversationId;
  readonly said: Map<number, Said>;
}

/**
 * Lets the demo company talk a little, once: begun and cut short it goes on where it was. Does nothing where its people
 * are not, or where the last of its conversations stands.
 */
export async function seedTalks(deps: TalksDeps): Promise<void> {
  const people = await demoCompany(deps);
  if (people === undefined) return;
  const company: Company = { deps, people, ask: asking(deps, people) };
  if (await isDone(company)) return;
  for (const [number, talk] of demoTalks.entries())
    await holdTalk(company, talk, number);
}

async function demoCompany({
  identity,
  ids,
}: TalksDeps): Promise<Company["people"] | undefined> {
  const people = new Map<string, UserPrincipal>();
  for (const login of new Set(demoTalks.flatMap(({ members }) => members))) {
    const user = await identity.findByLogin(login);
    if (user?.disabledAt !== null) return undefined;
    // No door was passed: session and device stand for none.
    const sessionId = ids.next<SessionId>();
    const device = "desktop_browser";
    people.set(login, { ...user, kind: "user", sessionId, device });
  }
  return people;
}

function personOf(people: Company["people"], login: string): UserPrincipal {
  const person = people.get(login);
  if (person === undefined) throw new Error(`nobody is called ${login}`);
  return person;
}

const asking =
  ({ chats, messages, ids }: TalksDeps, people: Company["people"]): Ask =>
  (login, name, params) => {
    const principal = personOf(people, login);
    const handlers: CommandHandlers = {
      ...chats.commands,
      ...messages.commands,
    };
    const handler = handlers[name];
    if (handler === undefined) throw new Error(`nobody answers ${name}`);
    const { id, name: called } = principal;
    return handler(
      {
        principal,
        deviceId: ids.next<DeviceId>(),
        connectionId: ids.next(),
        actor: { id, name: called, address: null },
      },
      params,
    );
  };

/** The last talk is one of two, and nobody can take it away. */
async function isDone({ deps, people }: Company): Promise<boolean> {
  const [one, other] = demoTalks.at(-1)?.members ?? [];
  if (one === undefined || other === undefined) return true;
  const peer = personOf(people, other);
  const held = await deps.chats.syncSource.conversationsOf(
    personOf(people, one).id,
  );
  return held.some(
    ({ kind, members }) =>
      kind === "direct" &&
      members.some(({ principalId }) => principalId === peer.id),
  );
}

/** Names what is made: made again, it is the same. */
const clientIdOf = (talk: number, line: number): ClientId =>
  `00000000-0000-4000-8000-${String(talk * 100 + line).padStart(12, "0")}` as ClientId; // a UUID by its form

async function holdTalk(
  company: Company,
  talk: DemoTalk,
  number: number,
): Promise<void> {
  const conversationId = await begin(company, talk, number);
  const { syncSource } = company.deps.chats;
  const events = await syncSource.eventsAfter(conversationId, 0, 1000);
  const said = new Map<number, Said>();
  for (const line of talk.lines.keys()) {
    const found = events.find(
      (event): event is MessageCreated =>
        event.type === "message.created" &&
        event.clientId === clientIdOf(number, line + 1),
    );
    if (found !== undefined) said.set(line, found);
  }
  const standing: Standing = { talk, number, conversationId, said };
  for (const line of talk.lines.keys()) await sayLine(company, standing, line);
  await readAll(company, standing);
}

async function begin(
  { ask, people }: Company,
  talk: DemoTalk,
  number: number,
): Promise<ConversationId> {
  const [owner = "", ...others] = talk.members;
  const [peer = ""] = others;
  const { kind, title, about, access, posting } = talk;
  const { id } =
    kind === "direct" || title === null
      ? await ask(owner, "conversation.open_direct", {
          userId: personOf(people, peer).id,
        })
      : await ask(owner, "conversation.create", {
          clientId: clientIdOf(number, 0),
          kind,
          title,
          about,
          access,
          posting,
          memberIds: others.map((login) => personOf(people, login).id),
        });
  return id;
}

async function sayLine(
  company: Company,
  { talk, number, conversationId, said }: Standing,
  index: number,
): Promise<void> {
  const line = talk.lines[index];
  if (line === undefined) return;
  const { ask, people } = company;
  const answered = said.get(line.answers ?? -1);
  const mentions = mentionsIn(line, people);
  const message =
    said.get(index) ??
    (await ask(line.by, "message.send", {
      conversationId,
      clientId: clientIdOf(number, index + 1),
      body: line.body,
      ...(mentions.length === 0 ? {} : { mentions: [...mentions] }),
      ...(answered === undefined
        ? {}
        : { replyTo: { messageId: answered.messageId } }),
      ...(line.hasPicture ? await attachedPicture(company, line.by) : {}),
    }));
  said.set(index, message);
  const { messageId } = message;
  const named = { conversationId, messageId };
  for (const [emoji, logins] of Object.entries(line.reactions ?? {}))
    for (const login of logins)
      await ask(login, "reaction.set", { ...named, emoji, isSet: true });
  if (line.isPinned)
    await ask(line.by, "message.pin", { ...named, isPinned: true });
}

function mentionsIn(
  { body }: DemoLine,
  people: Company["people"],
): readonly Mention[] {
  return [...people.values()].flatMap(({ id, name }) => {
    const from = body.indexOf(`@${name}`);
    return from < 0
      ? []
      : [
          {
            kind: "principal" as const,
            principalId: id,
            from,
            to: from + name.length + 1,
          },
        ];
  });
}

/** A demo without its picture is better than a server that does not start. */
async function attachedPicture(
  { deps, people }: Company,
  login: string,
): Promise<Pick<CommandParams<"message.send">, "attachments">> {
  try {
    const file = await deps.files.takeIn({
      ownerId: personOf(people, login).id,
      name: "витрина.png",
      bytes: await drawShowcase(),
    });
    return file === undefined ? {} : { attachments: [{ fileId: file.fileId }] };
  } catch (error) {
    if (error instanceof AppError) return {};
    throw error;
  }
}

/** All have read all but the last lines. */
async function readAll(
  { ask }: Company,
  { talk, conversationId, said }: Standing,
): Promise<void> {
  const to = said.get(talk.lines.length - 1 - talk.unread)?.seq ?? 0;
  for (const login of talk.members)
    await ask(login, "receipt.move", {
      conversationId,
      deliveredTo: to,
      readTo: to,
    });
}

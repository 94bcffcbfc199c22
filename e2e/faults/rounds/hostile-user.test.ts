import { randomUUID } from "node:crypto";
import {
  commandNames,
  commands,
  conversationEndpoints,
  fileEndpoints,
  FILES_PATH,
  PROTOCOL_VERSION,
  UPLOADS_PATH,
  type ClientId,
  type CommandName,
  type ConversationId,
  type FileId,
  type UserId,
} from "@veche/contracts";
import { createPerson, waitUntil, type Person } from "@veche/test-world";
import { beforeAll, expect, it } from "vitest";
import {
  sampleOf,
  staffEndpoints,
  type KnownValues,
} from "../injections/contract-sample.ts";
import { sharedWorld } from "../injections/shared-world.ts";
import { createRandom, type Random } from "../random.ts";
import { seeds } from "../round.ts";

const world = sharedWorld({ env: { RATE_LIMIT_FACTOR: "10000" } });
/** Longer by `FUZZ_SECONDS=600 npm run faults -- hostile-user`. */
const fuzzMs = Number(process.env["FUZZ_SECONDS"] ?? 10) * 1000;
const secret = "zanzibar";
const newId = () => randomUUID() as unknown as ClientId;

/** Anna's conversation with Vera, out of which Boris was shown; everything in it since then says the secret word. */
interface Scene {
  readonly anna: Person;
  /** At a device that was there before. */
  readonly boris: Person;
  /** Names of things there, for whoever wants to ask about them. */
  readonly known: KnownValues;
  readonly conversationId: ConversationId;
  readonly fileId: FileId;
}
let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});

const makeGroup = (owner: Person, others: readonly Person[]) =>
  owner.call(conversationEndpoints.createGroup, {
    body: { title: "Before", memberIds: others.map(idOf) },
  });

/** Whoever signed in with a password is a user. */
const idOf = (person: Person): UserId =>
  (person.line.me.get()?.id ?? "") as unknown as UserId;

async function openScene(): Promise<Scene> {
  const { user, baseUrl } = world();
  const [anna, boris, vera] = [
    await user("anna"),
    await user("boris"),
    await user("vera"),
  ];
  const { id: conversationId } = await makeGroup(anna, [boris, vera]);
  const here = { conversationId };
  const say = (who: Person, body: string, more = {}) =>
    who.line.send("message.send", {
      ...here,
      clientId: newId(),
      body,
      ...more,
    });
  for (const { line } of [boris, vera])
    line.log(conversationId).subscribe(() => undefined);
  const annas = await say(anna, "before");
  const early = { ...here, messageId: annas.messageId };
  await boris.line.send("message.save", { ...early, isSaved: true });
  await boris.line.send("reminder.set", {
    ...early,
    clientId: newId(),
    at: "2099-01-01T00:00:00.000Z",
  });
  const { scheduledId } = await boris.line.send("message.schedule", {
    ...here,
    clientId: newId(),
    body: "later",
    sendAt: "2099-01-01T00:00:00.000Z",
  });
  await anna.line.send("message.pin", { ...early, isPinned: true });

  await anna.line.send("member.remove", {
    ...here,
    principalId: idOf(boris),
  });
  // From here on every word is the secret.
  await anna.line.send("message.edit", {
    ...early,
    clientId: newId(),
    body: `${secret} in an edit`,
  });
  const fileId = await upload(baseUrl, anna);
  const late = await say(anna, `${secret} @Boris`, {
    attachments: [{ fileId }],
    mentions: [
      {
        kind: "principal",
        principalId: idOf(boris),
        from: secret.length + 1,
        to: secret.length + 7,
      },
    ],
  });
  await anna.line.send("message.pin", {
    ...here,
    messageId: late.messageId,
    isPinned: true,
  });
  await anna.line.send("conversation.update", { ...here, title: secret });
  const invitation = await anna.line.send("invitation.create", {
    ...here,
    clientId: newId(),
    expiresAt: null,
  });
  return {
    anna,
    boris,
    conversationId,
    fileId,
    known: {
      ...late,
      ...early,
      fileId,
      scheduledId,
      invitationId: invitation.id,
      userId: idOf(anna),
      principalId: idOf(anna),
      messageSeq: annas.seq,
      text: secret,
      query: secret,
    },
  };
}

async function upload(baseUrl: string, person: Person): Promise<FileId> {
  const bytes = `${secret} in a file`;
  const answer = await fetch(new URL(UPLOADS_PATH, baseUrl), {
    method: "POST",
    headers: {
      ...person.headers,
      "tus-resumable": "1.0.0",
      "content-type": "application/offset+octet-stream",
      "upload-length": String(bytes.length),
      "upload-metadata": `filename ${Buffer.from(`${secret}.txt`).toString("base64")}`,
    },
    body: bytes,
  });
  const fileId = answer.headers.get("location")?.split("/").at(-1);
  // The last part of an upload's address is the file's id.
  const id = fileId as unknown as FileId;
  await person.call(fileEndpoints.getFile, { params: { fileId: id } });
  return id;
}

/** Words of what was asked are no leak: only what the server adds. */
const leaks = (answer: string, asked: unknown): boolean =>
  answer.toLowerCase().includes(secret) &&
  !JSON.stringify(asked).toLowerCase().includes(secret);

interface Asked {
  readonly path: string;
  readonly method?: string;
  readonly body?: unknown;
}

async function ask(
  { headers }: Person,
  { path, method = "GET", body }: Asked,
): Promise<{ readonly status: number; readonly text: string }> {
  const answer = await fetch(new URL(path, world().baseUrl), {
    method,
    headers: {
      ...headers,
      ...(body === undefined ? {} : { "content-type": "application/json" }),
    },
    ...(body === undefined
      ? {}
      : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    signal: AbortSignal.timeout(40_000),
  });
  return { status: answer.status, text: await answer.text() };
}

const command = (name: CommandName, body: unknown): Asked => ({
  path: `/api/v1/commands/${name}`,
  method: "POST",
  body,
});

/** What those who are in the conversation see of it; receipts move by themselves. */
async function standing({ anna, conversationId }: Scene): Promise<unknown> {
  const params = { conversationId };
  const conversation = await anna.call(conversationEndpoints.getConversation, {
    params,
  });
  const { title, about, access, posting, confidentiality } = conversation;
  const { events } = await anna.call(conversationEndpoints.getTimeline, {
    params,
    query: { limit: 200 },
  });
  const members = conversation.members.map(({ principalId, role }) => [
    principalId,
    role,
  ]);
  return { title, about, access, posting, confidentiality, members, events };
}

it("a member who was shown out is told nothing later by any endpoint of the contract", async () => {
  const { boris, known, fileId } = scene;
  const random = createRandom(1);
  const asked: Asked[] = staffEndpoints
    .filter(({ method }) => method === "GET")
    // What must stand in an address is given twice over: with and without what may stand in the question.
    .flatMap((endpoint) => [endpoint, endpoint, endpoint])
    .map(({ path, params, query }) => {
      const named = sampleOf(params ?? {}, known, random);
      const filled = path.replace(/:(\w+)/g, (_, name: string) =>
        encodeURIComponent(String((named as KnownValues)[name])),
      );
      const wanted = query === undefined ? {} : sampleOf(query, known, random);
      const search = new URLSearchParams(
        Object.entries(wanted as KnownValues)
          .filter(([, value]) => value !== null)
          .map(([name, value]) => [name, String(value)]),
      );
      return { path: `${filled}?${search.toString()}` };
    });
  for (const variant of ["", "/preview", "/thumbnail"])
    asked.push({ path: `${FILES_PATH}/${fileId}${variant}` });
  asked.push({ path: `${UPLOADS_PATH}/${fileId}` });
  const before = await standing(scene);
  let answeredCount = 0;
  for (const one of asked) {
    const { status, text } = await ask(boris, one);
    expect([one.path, status < 500]).toEqual([one.path, true]);
    expect([one.path, leaks(text, "")]).toEqual([one.path, false]);
    if (status === 200) answeredCount += 1;
  }
  // A list of refusals alone would prove little.
  expect(answeredCount).toBeGreaterThan(20);
  expect(await standing(scene)).toEqual(before);
});

it("nor by any command, nor on the line that was open, nor on a new one", async () => {
  const { boris, known, conversationId } = scene;
  const before = await standing(scene);
  for (const name of commandNames)
    for (let seed = 1; seed <= 4; seed += 1) {
      const body = sampleOf(commands[name].params, known, createRandom(seed));
      const { status, text } = await ask(boris, command(name, body));
      expect([name, status < 500]).toEqual([name, true]);
      expect([name, leaks(text, body)]).toEqual([name, false]);
    }
  expect(await standing(scene)).toEqual(before);

  const { baseUrl } = world();
  using again = createPerson({ baseUrl, headers: boris.headers });
  again.line.log(conversationId).subscribe(() => undefined);
  again.line.start();
  await again.live();
  for (const { line, notices } of [boris, again]) {
    expect(JSON.stringify(notices)).not.toContain(secret);
    expect(JSON.stringify(line.log(conversationId).get())).not.toContain(
      secret,
    );
    expect(JSON.stringify(line.conversations.get())).not.toContain(secret);
  }
});

it.each(seeds())(
  "random junk under every command changes nothing of others, leaks nothing and harms nobody (seed %i)",
  async (seed) => {
    const { server, baseUrl } = world();
    const { boris, anna, known } = scene;
    const processId = server.processId();
    const random = createRandom(seed);
    const before = await standing(scene);
    const statuses: Record<number, number> = {};
    const until = performance.now() + fuzzMs;
    while (performance.now() < until) {
      const name = random.oneOf(commandNames);
      const params = sampleOf(commands[name].params, known, random);
      const body = spoiled(params, random);
      const { status, text } = await ask(boris, command(name, body));
      statuses[status] = (statuses[status] ?? 0) + 1;
      if (status >= 500 || leaks(text, body))
        expect.fail(
          `${name} ${JSON.stringify(body).slice(0, 500)}: ${status} ${text.slice(0, 300)}`,
        );
    }
    console.log(`hostile user seed ${seed}: ${JSON.stringify(statuses)}`);
    expect(statuses[400] ?? 0).toBeGreaterThan(10);
    expect(await standing(scene)).toEqual(before);
    expect(server.processId()).toBe(processId);
    expect(server.output()).not.toMatch(/uncaught|unhandled/i);
    expect((await fetch(`${baseUrl}/readyz`)).status).toBe(200);
    // Whoever keeps to the rules is served as before.
    const { conversationId } = scene;
    const { seq } = await anna.line.send("message.send", {
      conversationId,
      clientId: newId(),
      body: "still here",
    });
    await waitUntil(
      "the message to be in the log",
      () => anna.line.log(conversationId).get().headSeq >= seq,
    );
  },
);

/** Parameters with one or several things wrong in them, or text that is no JSON. */
function spoiled(params: unknown, random: Random): unknown {
  const body: Record<string, unknown> = {
    ...(params as Readonly<Record<string, unknown>>),
  };
  const names = [...Object.keys(body), "extra", "__proto__", "conversationId"];
  for (let times = random.below(3); times >= 0; times -= 1) {
    const name = random.oneOf(names);
    Object.defineProperty(body, name, {
      value: wrongValue(random),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  const dice = random.next();
  if (dice < 0.8) return body;
  if (dice < 0.9) return wrongValue(random);
  const text = JSON.stringify(body);
  return text.slice(0, random.below(text.length));
}

function wrongValue(random: Random): unknown {
  const deep = 1 + random.below(3_000);
  return random.oneOf<() => unknown>([
    () => null,
    () => -1,
    () => 1e308,
    () => 2 ** 53,
    () => "",
    () => "\u0000",
    () => "\ud800",
    () => "щ".repeat(random.below(20_000)),
    () => "e\u0301".repeat(4_000),
    () => "'; DROP TABLE messages; --",
    () => "../../etc/passwd",
    () => `${"[".repeat(deep)}${"]".repeat(deep)}`,
    () => JSON.parse(`${"[".repeat(deep)}${"]".repeat(deep)}`) as unknown,
    () => Array.from({ length: 2_000 }, () => randomUUID()),
    () => ({ constructor: { prototype: { isAdmin: true } } }),
    () => PROTOCOL_VERSION,
    () => true,
    () => "0000-00-00T99:99:99.000Z",
    () => "2026-02-30T00:00:00.000Z",
    () => "9999-12-31T23:59:59.999Z",
    () => randomUUID(),
    () => randomUUID().toUpperCase(),
  ])();
}

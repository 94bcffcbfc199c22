import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ConversationId, ErasureReport } from "@veche/contracts";
import { openConversations, type ConversationsWorld } from "./conversations.ts";
import { privacyPowers } from "./privacy.ts";
import { createTestHttp, ownPage, publicUrl } from "./http.ts";
import { eraseActor } from "../src/platform/db/erase-actor.ts";
import { serverActor } from "../src/platform/db/database.ts";
import { createSessionCookie } from "../src/platform/http/session-cookie.ts";
import { systemIds } from "../src/platform/ids.ts";
import type { UserPrincipal } from "../src/platform/principal.ts";
import { systemTimers } from "../src/platform/timers.ts";
import { createAudit, type Audit } from "../src/modules/audit/index.ts";
import {
  createIdentity,
  type Identity,
} from "../src/modules/identity/index.ts";
import { createPrivacy, type Privacy } from "../src/modules/privacy/index.ts";

let world: ConversationsWorld;
let identity: Identity;
let audit: Audit;
let privacy: Privacy;
let anna: UserPrincipal;
let boris: UserPrincipal;
let room: ConversationId;

beforeEach(async () => {
  world = await openConversations();
  const { test, clock, chats, messages } = world;
  const { database, log } = test;
  const shared = { database, clock, log, timers: systemTimers, ids: systemIds };
  identity = createIdentity({
    ...shared,
    database: database.narrow(),
    cookie: createSessionCookie(publicUrl),
    sockets: {
      connectedSessions: () => new Set(),
      endSession: () => undefined,
    },
    sessionLifetimeMs: 3_600_000,
  });
  audit = createAudit({
    ...shared,
    database: database as never,
    sealKey: "key",
  });
  privacy = createPrivacy({
    ...shared,
    ...(await privacyPowers()),
    ...{ chats, messages, clock },
    timers: clock,
    database: database.narrow(),
    keepers: [
      { what: "sessions", erase: identity.eraseUser },
      { what: "namesInConversations", erase: chats.eraseName },
      { what: "notes", erase: messages.eraseNotes },
      { what: "namesInFacts", erase: eraseActor },
      { what: "files", erase: world.files.eraseFiles },
    ],
    requirePassword: (actor, who) => identity.requirePassword(actor, who),
  });
  anna = await employ("Anna Karenina", "admin");
  boris = await employ("Boris Godunov");
  room = await world.group(anna, boris);
});
afterEach(async () => {
  await privacy[Symbol.asyncDispose]();
  await audit[Symbol.asyncDispose]();
  await identity[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
});

/** Somebody with an account, who talks in this world under the same id. */
async function employ(
  name: string,
  role: "admin" | "employee" = "employee",
): Promise<UserPrincipal> {
  const login = name.toLowerCase().replaceAll(" ", ".");
  const user = await identity.createUser(serverActor, {
    login,
    name,
    password: "a long walk in the rain",
    roles: [role],
    language: "en",
  });
  const principal = { ...world.user(name), id: user.id, roles: user.roles };
  world.rename(principal, name);
  return principal;
}

async function erase(whom: UserPrincipal, by = anna) {
  await using http = await createTestHttp({
    routes: privacy.routes,
    authenticate: { session: async () => by, bearer: async () => undefined },
  });
  const answer = await http.inject({
    method: "POST",
    url: `/api/v1/users/${whom.id}/erasure`,
    headers: ownPage,
  });
  return { status: answer.statusCode, body: answer.json<ErasureReport>() };
}

/** Every row of every table that a text stands in. */
async function everywhere(text: string): Promise<readonly string[]> {
  const { db } = world.test.database;
  const tables = await sql<{ name: string }>`
    SELECT table_name AS name FROM information_schema.tables
    WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`.execute(db);
  const found: string[] = [];
  for (const { name } of tables.rows) {
    const { rows } = await sql<{ row: string }>`
      SELECT t::text AS row FROM ${sql.table(name)} t WHERE t::text ILIKE ${`%${text}%`}`.execute(
      db,
    );
    found.push(...rows.map(({ row }) => `${name}: ${row}`));
  }
  return found;
}

describe("an account that is deleted", () => {
  it("leaves no name anywhere, and everything the others were told", async () => {
    const said = await world.send(boris, room, { body: "the plan is ready" });
    await world.ask(anna, "message.send", {
      conversationId: room,
      clientId: systemIds.next<never>(),
      body: "thanks",
      replyTo: { messageId: said.messageId },
    });
    await world.ask(boris, "message.save", {
      messageId: said.messageId,
      conversationId: room,
      isSaved: true,
    });
    await world.ask(anna, "member.remove", {
      conversationId: room,
      principalId: boris.id,
    });
    await audit.catchUp();
    expect(await everywhere("Godunov")).not.toEqual([]);

    const { status, body } = await erase(boris);
    await audit.catchUp();

    expect(status).toBe(200);
    expect(body).toMatchObject({ userId: boris.id, name: "Deleted account" });
    expect(body.counts["notes"]).toBe(1);
    expect(await everywhere("Godunov")).toEqual([]);
    expect(await everywhere("the plan is ready")).not.toEqual([]);
    expect(await everywhere("Karenina")).not.toEqual([]);
  });

  it("leaves a trail that still proves itself, with who did it", async () => {
    await world.send(boris, room, { body: "hello" });
    await audit.catchUp();
    await erase(boris);
    await audit.catchUp();
    expect(await audit.verify()).toMatchObject({ isIntact: true });
    expect(await world.test.outboxEvents()).toMatchObject(
      expect.arrayContaining([
        expect.objectContaining({
          type: "user.erased",
          userId: boris.id,
          actor: expect.objectContaining({ id: anna.id }) as object,
        }),
      ]) as object,
    );
  });

  it("can sign in no more, and its sessions end at once", async () => {
    await using http = await createTestHttp({ routes: identity.routes });
    const signIn = (login: string) =>
      http.inject({
        method: "POST",
        url: "/api/v1/auth/sign-in",
        headers: { origin: publicUrl },
        payload: { login, password: "a long walk in the rain" },
      });
    expect((await signIn("boris.godunov")).statusCode).toBe(200);
    const ended: unknown[] = [];
    world.test.bus.on("session.ended", ({ userId }) => void ended.push(userId));
    expect((await erase(boris)).body.counts["sessions"]).toBe(1);
    expect(ended).toEqual([boris.id]);
    expect((await signIn("boris.godunov")).statusCode).toBe(401);
    expect((await signIn(`erased-${boris.id}`)).statusCode).toBe(401);
  });

  it("deleted again changes nothing more", async () => {
    await erase(boris);
    const { status, body } = await erase(boris);
    expect(status).toBe(200);
    expect(new Set(Object.values(body.counts))).toEqual(new Set([0]));
  });

  it("may not be the last administrator's; then nothing is changed", async () => {
    expect(await erase(anna)).toMatchObject({
      status: 409,
      body: { code: "auth.last_admin" },
    });
    expect(await identity.findUser(anna.id)).toMatchObject({
      name: "Anna Karenina",
      disabledAt: null,
    });
  });

  it("must be there, and an administrator asks for it", async () => {
    const nobody = world.user("Nobody");
    expect((await erase(nobody)).status).toBe(404);
    expect((await erase(anna, boris)).status).toBe(403);
  });
});

describe("deleting one's own account", () => {
  async function asking(
    method: "PUT" | "POST",
    path: string,
    { by = boris, payload }: { by?: UserPrincipal; payload: object },
  ) {
    await using http = await createTestHttp({
      routes: privacy.routes,
      authenticate: { session: async () => by, bearer: async () => undefined },
    });
    const url = `/api/v1/privacy/${path}`;
    const answer = await http.inject({
      ...{ method, url, headers: ownPage, payload },
    });
    return answer.statusCode;
  }
  const password = "a long walk in the rain";
  const allow = (mayEraseSelf: boolean) =>
    asking("PUT", "erasure-policy", { by: anna, payload: { mayEraseSelf } });

  it("is not for everybody until an administrator allows it", async () => {
    expect(await asking("POST", "my-erasure", { payload: { password } })).toBe(
      403,
    );
    expect(
      await asking("PUT", "erasure-policy", {
        payload: { mayEraseSelf: true },
      }),
    ).toBe(403);
    expect(await identity.findUser(boris.id)).toMatchObject({
      disabledAt: null,
    });
  });

  it("takes the right password, and then leaves no name", async () => {
    expect(await allow(true)).toBe(200);
    const wrong = { password: "a short walk in the sun" };
    expect(await asking("POST", "my-erasure", { payload: wrong })).toBe(401);
    await world.send(boris, room, { body: "the plan is ready" });
    expect(await asking("POST", "my-erasure", { payload: { password } })).toBe(
      200,
    );
    await audit.catchUp();
    expect(await everywhere("Godunov")).toEqual([]);
    expect(await everywhere("the plan is ready")).not.toEqual([]);
  });

  it("is not for the last administrator", async () => {
    await allow(true);
    const asked = { by: anna, payload: { password } };
    expect(await asking("POST", "my-erasure", asked)).toBe(409);
  });

  it("leaves the rule's changes in the trail, once each", async () => {
    await allow(true);
    await allow(true);
    await allow(false);
    const facts = await world.test.outboxEvents();
    expect(
      facts.flatMap((fact) =>
        fact.type === "erasure_policy.changed" ? [fact.mayEraseSelf] : [],
      ),
    ).toEqual([true, false]);
  });
});

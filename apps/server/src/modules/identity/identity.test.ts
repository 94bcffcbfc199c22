import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import type { SessionId, User, UserId } from "@veche/contracts";
import {
  createIdentityWorld,
  password,
} from "../../../tests/identity-world.ts";

describe("signing in", () => {
  it("sets a cookie that scripts and other sites cannot use, and opens what is the user's", async () => {
    await using world = await createIdentityWorld();
    const anna = await world.seed("anna");
    const answer = await world.tryPassword("anna", password);
    expect(answer.json()).toEqual({ kind: "signed_in", user: anna });
    expect(answer.cookies).toMatchObject([
      { name: "veche_session", path: "/", httpOnly: true, sameSite: "Lax" },
    ]);
    const token = answer.cookies[0]?.value ?? "";
    expect((await world.ask("GET", "/auth/me", { token })).json()).toEqual(
      anna,
    );
    const hashes = await world.database.db
      .selectFrom("users")
      .select("passwordHash")
      .execute();
    expect(hashes[0]?.passwordHash).toMatch(
      /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/,
    );
    expect((await world.outboxEvents()).map(({ type }) => type)).toEqual([
      "user.created",
      "session.started",
    ]);
  });

  it("gives a new session each time and ends the one this browser held", async () => {
    await using world = await createIdentityWorld();
    await world.seed("anna");
    const first = await world.signIn("anna");
    const second = await world.signIn("anna", first);
    expect(second).not.toBe(first);
    expect(first).toMatch(/^[\w-]{43}$/);
    expect(await world.sessionOf(first)).toBeUndefined();
    expect(await world.sessionOf(second)).toMatchObject({
      name: "anna",
    });
  });

  it("keeps no token, only what it hashes to", async () => {
    await using world = await createIdentityWorld();
    await world.seed("anna");
    const token = await world.signIn("anna");
    const { rows } = await sql<{
      row: string;
    }>`select sessions::text as row from sessions`.execute(world.database.db);
    expect(rows[0]?.row).not.toContain(token);
  });

  it("answers a wrong password, an unknown login and a disabled user alike", async () => {
    await using world = await createIdentityWorld();
    const anna = await world.seed("anna");
    const wrong = await world.tryPassword("anna", "wrong");
    await sql`update users set disabled_at = now() where id = ${anna.id}`.execute(
      world.database.db,
    );
    const answers = [
      wrong,
      await world.tryPassword("nobody", password),
      await world.tryPassword("anna", password),
    ];
    for (const answer of answers) {
      expect([answer.statusCode, answer.json()]).toMatchObject([
        401,
        { code: "auth.wrong_credentials" },
      ]);
      expect(answer.cookies).toEqual([]);
    }
    const failures = (await world.outboxEvents()).filter(
      ({ type }) => type === "sign_in.failed",
    );
    expect(failures).toMatchObject([
      { login: "anna", reason: "wrong_credentials" },
      { login: "nobody", userId: null, reason: "wrong_credentials" },
      { login: "anna", reason: "disabled" },
    ]);
  });
});

describe("guessing passwords", () => {
  type World = Awaited<ReturnType<typeof createIdentityWorld>>;
  const fiveGuesses = async (world: World, login: string) => {
    for (let i = 0; i < 5; i += 1) {
      const answer = await world.tryPassword(login, `wrong ${i}`);
      expect(answer.json()).toMatchObject({ code: "auth.wrong_credentials" });
    }
  };
  const moveLocks = (world: World, to: string) =>
    sql`update sign_in_attempts set locked_until = now() + ${to}::interval`.execute(
      world.database.db,
    );

  it("locks the login after five failures, whether or not it exists, also for the right password", async () => {
    await using world = await createIdentityWorld();
    await world.seed("anna");
    for (const login of ["anna", "nobody"]) {
      await fiveGuesses(world, login);
      const row = await world.database.db
        .selectFrom("signInAttempts")
        .selectAll()
        .where("login", "=", login)
        .executeTakeFirstOrThrow();
      const lockMs = Number(row.lockedUntil) - Number(row.lastFailedAt);
      expect(Math.round(lockMs / 100)).toBe(10);
      await moveLocks(world, "4 minutes");
      const right = await world.tryPassword(login, password);
      expect(right.json()).toMatchObject({
        code: "auth.locked",
        retryAfterMs: expect.any(Number) as number,
      });
      expect(Number(right.headers["retry-after"])).toBeGreaterThan(60);
    }
  });

  it("lets the right password in when the lock is over, and forgets the failures", async () => {
    await using world = await createIdentityWorld();
    await world.seed("anna");
    await fiveGuesses(world, "anna");
    await moveLocks(world, "-1 second");
    await world.signIn("anna");
    const left = await world.database.db
      .selectFrom("signInAttempts")
      .selectAll()
      .execute();
    expect(left).toEqual([]);
  });

  it("in parallel gets no more tries than one by one", async () => {
    await using world = await createIdentityWorld();
    await world.seed("anna");
    // One failure more locks for minutes.
    await world.database.db
      .insertInto("signInAttempts")
      .values({
        login: "anna",
        failedCount: 12,
        lastFailedAt: sql<Date>`now()`,
        lockedUntil: null,
      })
      .execute();
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, i) =>
        world.tryPassword("anna", `wrong ${i}`),
      ),
    );
    const codes = answers.map((answer) => answer.json<{ code: string }>().code);
    expect(codes.sort()).toEqual([
      ...Array<string>(11).fill("auth.locked"),
      "auth.wrong_credentials",
    ]);
  });

  it("from one address is slowed down over all logins, and at one login over all addresses", async () => {
    await using world = await createIdentityWorld({
      limits: {
        perAddress: { perSecond: 1, burst: 4 },
        perLogin: { perSecond: 1, burst: 2 },
      },
    });
    const codes: string[] = [];
    for (const login of ["anna", "anna", "anna", "boris", "clara"]) {
      const answer = await world.tryPassword(login, "x");
      codes.push(answer.json<{ code: string }>().code);
    }
    expect(codes).toEqual([
      "auth.wrong_credentials",
      "auth.wrong_credentials",
      "request.rate_limited",
      "auth.wrong_credentials",
      "request.rate_limited",
    ]);
    world.clock.advance(1_000);
    expect((await world.tryPassword("clara", "x")).statusCode).toBe(401);
  });
});

describe("a session", () => {
  it("ends when it is signed out, and its cookie with it", async () => {
    await using world = await createIdentityWorld();
    await world.seed("anna");
    const token = await world.signIn("anna");
    const answer = await world.ask("POST", "/auth/sign-out", { token });
    expect(answer.statusCode).toBe(204);
    expect(answer.cookies[0]).toMatchObject({
      name: "veche_session",
      value: "",
    });
    const after = await world.ask("GET", "/auth/me", { token });
    expect(after.json()).toMatchObject({ code: "auth.session_ended" });
  });

  it("ends after twelve hours without use and after thirty days in any case, and is told about", async () => {
    await using world = await createIdentityWorld();
    await world.seed("anna");
    const idle = await world.signIn("anna");
    await sql`update sessions set last_used_at = now() - interval '12 hours 1 second'`.execute(
      world.database.db,
    );
    const old = await world.signIn("anna");
    await sql`update sessions set expires_at = now() - interval '1 second' where last_used_at > now() - interval '1 hour'`.execute(
      world.database.db,
    );
    const good = await world.signIn("anna");
    expect(await world.sessionOf(idle)).toBeUndefined();
    expect(await world.sessionOf(old)).toBeUndefined();
    expect(await world.sessionOf(good)).toBeDefined();
    const ended = Promise.withResolvers();
    let count = 0;
    world.bus.on("session.ended", () => {
      count += 1;
      if (count === 2) ended.resolve(undefined);
    });
    world.identity.start();
    world.clock.advance(60_000);
    await ended.promise;
    const events = (await world.outboxEvents()).filter(
      ({ type }) => type === "session.ended",
    );
    expect(events).toMatchObject([
      { reason: "expired" },
      { reason: "expired" },
    ]);
  });

  it("lives on while it is used over REST or holds a socket", async () => {
    await using world = await createIdentityWorld();
    await world.seed("anna");
    const token = await world.signIn("anna");
    const age = () =>
      sql`update sessions set last_used_at = now() - interval '11 hours'`.execute(
        world.database.db,
      );
    const ageOf = async () => {
      const { rows } = await sql<{ seconds: number }>`
        select extract(epoch from now() - last_used_at)::float8 as seconds from sessions`.execute(
        world.database.db,
      );
      return rows[0]?.seconds;
    };
    await age();
    const principal = await world.sessionOf(token);
    expect(await ageOf()).toBeLessThan(60);
    await age();
    if (principal) world.connected.add(principal.sessionId);
    world.identity.start();
    world.clock.advance(60_000);
    await world.identity[Symbol.asyncDispose]();
    expect(await ageOf()).toBeLessThan(60);
  });

  it("that ended unheard loses its socket at the next look", async () => {
    await using world = await createIdentityWorld();
    const gone = "0190a000-0000-7000-8000-0000000000f1" as SessionId; // A session that never was.
    world.connected.add(gone);
    world.identity.start();
    world.clock.advance(60_000);
    await world.identity[Symbol.asyncDispose]();
    expect(world.closed).toEqual([gone]);
  });

  it("is listed with the device in words, and can be ended from another", async () => {
    await using world = await createIdentityWorld();
    await world.seed("anna");
    await world.seed("boris");
    const here = await world.signIn("anna");
    const there = await world.signIn("anna");
    const strangers = await world.signIn("boris");
    const list = async (token: string) =>
      (await world.ask("GET", "/auth/sessions", { token })).json<{
        sessions: { id: SessionId; isCurrent: boolean; device: string }[];
      }>().sessions;
    const sessions = await list(here);
    expect(
      sessions.map(({ device, isCurrent }) => [device, isCurrent]),
    ).toEqual(
      expect.arrayContaining([
        ["Firefox, Linux", true],
        ["Firefox, Linux", false],
      ]),
    );
    const other = sessions.find(({ isCurrent }) => !isCurrent)?.id ?? "";
    const byStranger = await world.ask("DELETE", `/auth/sessions/${other}`, {
      token: strangers,
    });
    expect(byStranger.statusCode).toBe(404);
    const byOwner = await world.ask("DELETE", `/auth/sessions/${other}`, {
      token: here,
    });
    expect(byOwner.statusCode).toBe(204);
    expect(await world.sessionOf(there)).toBeUndefined();
    expect(await list(here)).toHaveLength(1);
  });

  it("stays alone after a change of password", async () => {
    await using world = await createIdentityWorld();
    await world.seed("anna");
    const here = await world.signIn("anna");
    const there = await world.signIn("anna");
    const change = (currentPassword: string, newPassword: string) =>
      world.ask("POST", "/auth/password", {
        token: here,
        body: { currentPassword, newPassword },
      });
    expect((await change("wrong", "another good one")).json()).toMatchObject({
      code: "auth.wrong_credentials",
    });
    expect((await change(password, "short")).json()).toMatchObject({
      code: "auth.weak_password",
    });
    expect((await change(password, "another good one")).statusCode).toBe(204);
    expect(await world.sessionOf(here)).toBeDefined();
    expect(await world.sessionOf(there)).toBeUndefined();
    expect((await world.tryPassword("anna", password)).statusCode).toBe(401);
    expect(
      (await world.tryPassword("anna", "another good one")).statusCode,
    ).toBe(200);
  });
});

describe("users", () => {
  const createAdmin = async (
    world: Awaited<ReturnType<typeof createIdentityWorld>>,
    login = "root",
  ) => {
    const user = await world.seed(login, ["admin"]);
    return { user, token: await world.signIn(login) };
  };

  it("are created, renamed and given roles by an administrator only", async () => {
    await using world = await createIdentityWorld();
    const { token } = await createAdmin(world);
    const body = {
      login: "olga",
      name: " Olga\u0301 ",
      password,
      roles: ["operator"],
      language: "ru",
    };
    const created = await world.ask("POST", "/users", { token, body });
    expect([created.statusCode, created.json()]).toMatchObject([
      201,
      { login: "olga", name: "Olgá", roles: ["operator", "employee"] },
    ]);
    const again = await world.ask("POST", "/users", { token, body });
    expect(again.json()).toMatchObject({ code: "user.login_taken" });
    const olgas = await world.signIn("olga");
    const own = await world.ask("PATCH", `/users/${created.json<User>().id}`, {
      token: olgas,
      body: { roles: ["admin"] },
    });
    expect(own.json()).toMatchObject({ code: "auth.forbidden" });
    const listed = await world.ask("GET", "/users", { token: olgas });
    expect(
      listed.json<{ users: User[] }>().users.map(({ login }) => login),
    ).toEqual(["olga", "root"]);
    expect(listed.body).not.toMatch("argon2");
  });

  it("lose all their sessions when they are disabled or their password is set", async () => {
    await using world = await createIdentityWorld();
    const { token } = await createAdmin(world);
    const olga = await world.seed("olga");
    const ended: string[] = [];
    world.bus.on("session.ended", ({ reason }) => void ended.push(reason));
    const update = (body: object) =>
      world.ask("PATCH", `/users/${olga.id}`, { token, body });
    await world.signIn("olga");
    const held = await world.signIn("olga");
    expect((await update({ password: "another good one" })).statusCode).toBe(
      200,
    );
    expect(await world.sessionOf(held)).toBeUndefined();
    const answer = await world.tryPassword("olga", "another good one");
    expect((await update({ isDisabled: true })).json()).toMatchObject({
      disabledAt: expect.any(String) as string,
    });
    expect(
      await world.sessionOf(answer.cookies[0]?.value ?? ""),
    ).toBeUndefined();
    expect(ended).toEqual(["password_changed", "password_changed", "disabled"]);
    expect((await update({ isDisabled: false })).json()).toMatchObject({
      disabledAt: null,
    });
  });

  it("always include an administrator, also when two remove each other at once", async () => {
    await using world = await createIdentityWorld();
    const one = await createAdmin(world, "one");
    const lone = await world.ask("PATCH", `/users/${one.user.id}`, {
      token: one.token,
      body: { isDisabled: true },
    });
    expect(lone.json()).toMatchObject({ code: "auth.last_admin" });
    const two = await createAdmin(world, "two");
    const demote = (by: string, whom: UserId) =>
      world.ask("PATCH", `/users/${whom}`, {
        token: by,
        body: { roles: ["employee"] },
      });
    for (let round = 0; round < 5; round += 1) {
      await sql`update users set roles = '["admin","employee"]'`.execute(
        world.database.db,
      );
      await Promise.all([
        demote(one.token, two.user.id),
        demote(two.token, one.user.id),
      ]);
      const { rows } = await sql<{ count: number }>`
        select count(*) from users where roles ? 'admin' and disabled_at is null`.execute(
        world.database.db,
      );
      expect(rows[0]?.count).toBe(1);
    }
  });

  it("are known by name to the other parts", async () => {
    await using world = await createIdentityWorld();
    expect(await world.identity.isEmpty()).toBe(true);
    const anna = await world.seed("anna");
    expect(await world.identity.isEmpty()).toBe(false);
    const unknown = "0190a000-0000-7000-8000-0000000000ff" as UserId; // Nobody.
    expect(await world.identity.findUser(anna.id)).toEqual(anna);
    expect(await world.identity.findUser(unknown)).toBeUndefined();
    expect(await world.identity.namesOf([anna.id, unknown])).toEqual(
      new Map([[anna.id, "anna"]]),
    );
    expect(await world.identity.many([unknown, anna.id])).toEqual([anna]);
  });
});

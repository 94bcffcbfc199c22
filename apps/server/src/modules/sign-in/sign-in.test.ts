import { TOTP } from "otpauth";
import { describe, expect, it } from "vitest";
import type {
  PasskeyQuestion,
  Role,
  SecondFactors,
  SignInAnswer,
  TotpEnrolment,
  User,
} from "@veche/contracts";
import { createAuthenticator } from "../../../tests/authenticator.ts";
import { publicUrl } from "../../../tests/http.ts";
import {
  createSignInWorld,
  password,
  refusal,
} from "../../../tests/sign-in.ts";
import { serverActor } from "../../platform/db/database.ts";

const halfMinuteMs = 30_000;

async function createWorld() {
  const world = await createSignInWorld();
  const { clock, ask } = world;
  const byPassword = (login: string) =>
    ask<SignInAnswer>("POST /auth/sign-in", { login, password });
  /** A signed-in person without a second factor. */
  const enter = async (login: string): Promise<string> => {
    const { body, token } = await byPassword(login);
    expect(body.kind).toBe("signed_in");
    return token ?? "";
  };
  const codeOf = ({ secret }: TotpEnrolment, aheadMs = 0) =>
    new TOTP({ secret }).generate({
      timestamp: clock.now().getTime() + aheadMs,
    });
  /** Sets an application up for codes, and answers with it and the recovery codes. */
  const addTotp = async (token: string) => {
    const begun = await ask<TotpEnrolment>(
      "POST /auth/factors/totp",
      { password },
      token,
    );
    const { body, status } = await ask<{ recoveryCodes: string[] | null }>(
      "POST /auth/factors/totp/confirmation",
      { code: codeOf(begun.body) },
      token,
    );
    expect(status).toBe(200);
    clock.advance(halfMinuteMs);
    return { application: begun.body, codes: body.recoveryCodes ?? [] };
  };
  const ticketOf = async (login: string): Promise<string> => {
    const { body } = await byPassword(login);
    if (body.kind === "signed_in") throw new Error("no second step asked for");
    return body.ticket;
  };
  const withCode = (ticket: string, code: string) =>
    ask<User>("POST /auth/second-step/code", { ticket, code });
  const facts = async () =>
    (await world.outboxEvents()).map(({ type }) => type);
  return {
    ...{ ...world, byPassword, enter, codeOf },
    ...{ addTotp, ticketOf, withCode, facts },
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  };
}

describe("codes of an application", () => {
  it("are asked for after the password, and let in with a session of their own", async () => {
    await using world = await createWorld();
    const anna = await world.seed("anna");
    const { application } = await world.addTotp(await world.enter("anna"));
    const asked = await world.byPassword("anna");
    expect(asked.body).toMatchObject({
      kind: "second_step",
      steps: ["totp", "recovery_code"],
    });
    expect(asked.token).toBeUndefined();
    const ticket = await world.ticketOf("anna");
    const entered = await world.withCode(ticket, world.codeOf(application));
    expect(entered.body).toEqual(anna);
    const me = await world.ask("GET /auth/me", undefined, entered.token);
    expect(me.body).toEqual(anna);
    expect((await world.outboxEvents()).at(-1)).toMatchObject({
      type: "session.started",
      means: "totp",
    });
  });

  it("are good once: neither the same code nor an earlier one is taken again", async () => {
    await using world = await createWorld();
    await world.seed("anna");
    const { application } = await world.addTotp(await world.enter("anna"));
    const used = world.codeOf(application);
    const before = world.codeOf(application, -halfMinuteMs);
    const first = await world.withCode(await world.ticketOf("anna"), used);
    expect(first.status).toBe(200);
    for (const code of [used, before])
      expect(
        await world.withCode(await world.ticketOf("anna"), code),
      ).toMatchObject(refusal("auth.wrong_code"));
  });

  it("shown twice at once let in one", async () => {
    await using world = await createWorld();
    await world.seed("anna");
    const { application } = await world.addTotp(await world.enter("anna"));
    const tickets = [
      await world.ticketOf("anna"),
      await world.ticketOf("anna"),
    ];
    const code = world.codeOf(application);
    const answers = await Promise.all(
      tickets.map((ticket) => world.withCode(ticket, code)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
  });

  it("guessed lock the login, and a right password gives no more guesses", async () => {
    await using world = await createWorld();
    await world.seed("anna");
    const { application } = await world.addTotp(await world.enter("anna"));
    const wrong = String((Number(world.codeOf(application)) + 1) % 1_000_000);
    const guess = async () => {
      const asked = await world.byPassword("anna");
      if (asked.body.kind !== "second_step") return asked.body;
      const { ticket } = asked.body;
      return (await world.withCode(ticket, wrong.padStart(6, "0"))).body;
    };
    // A right password between two guesses forgives nothing: locks come and grow, and one outlasts the slowest machine.
    const codes: (string | undefined)[] = [];
    while (codes.length < 12 && codes.at(-1) !== "auth.locked") {
      const answer = await guess();
      codes.push("code" in answer ? String(answer.code) : undefined);
    }
    expect(codes.at(-1)).toBe("auth.locked");
    expect(new Set(codes.slice(0, -1))).toEqual(new Set(["auth.wrong_code"]));
    expect(await world.facts()).toContain("sign_in.failed");
  });

  it("are kept sealed, and recovery codes and tickets as hashes", async () => {
    await using world = await createWorld();
    await world.seed("anna");
    const { application, codes } = await world.addTotp(
      await world.enter("anna"),
    );
    const ticket = await world.ticketOf("anna");
    const { db } = world.database;
    const kept = JSON.stringify([
      await db.selectFrom("totpFactors").selectAll().execute(),
      await db.selectFrom("recoveryCodes").selectAll().execute(),
      await db.selectFrom("signInFlows").selectAll().execute(),
      await world.outboxEvents(),
    ]);
    for (const secret of [application.secret, ticket, ...codes])
      expect(kept).not.toContain(secret);
  });

  it("of a new application replace the old one's only once it has shown one", async () => {
    await using world = await createWorld();
    await world.seed("anna");
    const token = await world.enter("anna");
    const { application } = await world.addTotp(token);
    const next = await world.ask<TotpEnrolment>(
      "POST /auth/factors/totp",
      { password },
      token,
    );
    const first = await world.withCode(
      await world.ticketOf("anna"),
      world.codeOf(application),
    );
    expect(first.status).toBe(200);
    const confirmed = await world.ask(
      "POST /auth/factors/totp/confirmation",
      { code: world.codeOf(next.body) },
      token,
    );
    expect(confirmed.body).toEqual({ recoveryCodes: null });
    world.clock.advance(halfMinuteMs);
    const old = await world.withCode(
      await world.ticketOf("anna"),
      world.codeOf(application),
    );
    expect(old).toMatchObject(refusal("auth.wrong_code"));
  });
});

describe("a recovery code", () => {
  it("lets in once, in whatever way it is typed", async () => {
    await using world = await createWorld();
    await world.seed("anna");
    const token = await world.enter("anna");
    const { codes } = await world.addTotp(token);
    expect(new Set(codes).size).toBe(10);
    const [first = ""] = codes;
    const typed = ` ${first.toUpperCase().replaceAll("-", " ")}`;
    const entered = await world.withCode(await world.ticketOf("anna"), typed);
    expect(entered.status).toBe(200);
    const again = await world.withCode(await world.ticketOf("anna"), first);
    expect(again).toMatchObject(refusal("auth.wrong_code"));
    const own = await world.ask<SecondFactors>(
      "GET /auth/factors",
      undefined,
      token,
    );
    expect(own.body).toMatchObject({ recoveryCodesLeft: 9, passkeys: [] });
  });

  it("is void when new ones were made", async () => {
    await using world = await createWorld();
    await world.seed("anna");
    const token = await world.enter("anna");
    const { codes } = await world.addTotp(token);
    const made = await world.ask<{ recoveryCodes: string[] }>(
      "POST /auth/factors/recovery-codes",
      { password },
      token,
    );
    const tries = [codes[0] ?? "", made.body.recoveryCodes[0] ?? ""];
    const answers = [];
    for (const code of tries)
      answers.push(
        (await world.withCode(await world.ticketOf("anna"), code)).status,
      );
    expect(answers).toEqual([401, 200]);
  });
});

describe("a passkey", () => {
  const addPasskey = async (
    world: Awaited<ReturnType<typeof createWorld>>,
    token: string,
  ) => {
    const key = createAuthenticator(publicUrl);
    const asked = await world.ask<PasskeyQuestion>(
      "POST /auth/factors/passkeys/question",
      { password },
      token,
    );
    const { ticket, options } = asked.body;
    const kept = await world.ask<{ recoveryCodes: string[] | null }>(
      "POST /auth/factors/passkeys",
      { ticket, answer: key.create(options), name: "Telephone" },
      token,
    );
    expect(kept.status).toBe(201);
    return { key, codes: kept.body.recoveryCodes };
  };
  const question = async (
    world: Awaited<ReturnType<typeof createWorld>>,
    secondStepTicket: string | null = null,
  ) =>
    (
      await world.ask<PasskeyQuestion>("POST /auth/passkeys/question", {
        ticket: secondStepTicket,
      })
    ).body;

  it("lets in without login and password", async () => {
    await using world = await createWorld();
    const anna = await world.seed("anna");
    expect((await world.ask("GET /auth/ways")).body).toMatchObject({
      passkeys: false,
    });
    const { key, codes } = await addPasskey(world, await world.enter("anna"));
    expect(codes).toHaveLength(10);
    expect((await world.ask("GET /auth/ways")).body).toMatchObject({
      passkeys: true,
    });
    const { ticket, options } = await question(world);
    const entered = await world.ask("POST /auth/passkeys/sign-in", {
      ticket,
      answer: key.get(options),
    });
    expect(entered.body).toEqual(anna);
    expect((await world.outboxEvents()).at(-1)).toMatchObject({
      type: "session.started",
      means: "passkey",
    });
  });

  it("answers a question once", async () => {
    await using world = await createWorld();
    await world.seed("anna");
    const { key } = await addPasskey(world, await world.enter("anna"));
    const { ticket, options } = await question(world);
    const given = { ticket, answer: key.get(options) };
    const enter = () => world.ask("POST /auth/passkeys/sign-in", given);
    expect((await enter()).status).toBe(200);
    expect(await enter()).toMatchObject(refusal("auth.step_expired"));
    const other = await question(world);
    expect(
      await world.ask("POST /auth/passkeys/sign-in", {
        ticket: other.ticket,
        answer: given.answer,
      }),
    ).toMatchObject(refusal("auth.passkey_refused"));
  });

  it("is refused to a page of another address, and to a key that does not know its person", async () => {
    await using world = await createWorld();
    await world.seed("anna");
    const { key } = await addPasskey(world, await world.enter("anna"));
    for (const how of [
      { origin: "https://veche.test.evil.example" },
      { knowsPerson: false },
    ]) {
      const { ticket, options } = await question(world);
      const answer = key.get(options, how);
      expect(
        await world.ask("POST /auth/passkeys/sign-in", { ticket, answer }),
      ).toMatchObject(refusal("auth.passkey_refused"));
    }
    expect(await world.facts()).toContain("sign_in.failed");
  });

  it("after a password only has to be there, and has to be the same person's", async () => {
    await using world = await createWorld();
    await world.seed("anna");
    await world.seed("boris");
    const annas = await addPasskey(world, await world.enter("anna"));
    const boriss = await addPasskey(world, await world.enter("boris"));
    const answers = [];
    for (const { key } of [boriss, annas]) {
      const step = await world.ticketOf("anna");
      const { ticket, options } = await question(world, step);
      const answer = key.get(options, { knowsPerson: false });
      const given = { ticket, answer };
      answers.push(await world.ask("POST /auth/passkeys/sign-in", given));
    }
    expect(answers).toMatchObject([
      refusal("auth.passkey_refused"),
      { status: 200, body: { login: "anna" } },
    ]);
  });

  it("of somebody disabled lets nobody in", async () => {
    await using world = await createWorld();
    const anna = await world.seed("anna");
    const { key } = await addPasskey(world, await world.enter("anna"));
    const of = { userId: anna.id, isDisabled: true };
    await world.identity.updateUser(serverActor, of);
    const { ticket, options } = await question(world);
    const answer = key.get(options);
    expect(
      await world.ask("POST /auth/passkeys/sign-in", { ticket, answer }),
    ).toMatchObject(refusal("auth.wrong_credentials"));
  });

  it("is refused as an answer when it is no answer", async () => {
    await using world = await createWorld();
    for (const answer of ["{}", "[]", "null", '{"id":"x"}', "not json"]) {
      const { ticket } = await question(world);
      expect(
        await world.ask("POST /auth/passkeys/sign-in", { ticket, answer }),
      ).toMatchObject(refusal("auth.passkey_refused"));
    }
  });
});

describe("an administrator", () => {
  const require = async (
    world: Awaited<ReturnType<typeof createWorld>>,
    roles: readonly Role[],
  ) => {
    await world.seed("root", ["admin"]);
    const root = await world.enter("root");
    const body = { secondFactorRoles: roles, companyOnly: null };
    const answer = await world.ask("PUT /sign-in/policy", body, root);
    expect(answer.body).toEqual(body);
    return root;
  };

  it("may require a second factor of a role: it is set up before anything else", async () => {
    await using world = await createWorld();
    await require(world, ["operator"]);
    await world.seed("anna", ["operator"]);
    await world.seed("vera");
    await world.enter("vera");
    const asked = await world.byPassword("anna");
    expect(asked.body.kind).toBe("must_enrol");
    const ticket = await world.ticketOf("anna");
    expect(await world.withCode(ticket, "123456")).toMatchObject(
      refusal("auth.step_expired"),
    );
    const begun = await world.ask<TotpEnrolment>(
      "POST /auth/second-step/enrolment",
      { ticket },
    );
    const done = await world.ask<{ user: User; recoveryCodes: string[] }>(
      "POST /auth/second-step/enrolment/confirmation",
      { ticket, code: world.codeOf(begun.body) },
    );
    expect(done.body).toMatchObject({ user: { login: "anna" } });
    expect(done.body.recoveryCodes).toHaveLength(10);
    const last = await world.ask(
      "POST /auth/factors/totp/removal",
      { password },
      done.token,
    );
    expect(last).toMatchObject(refusal("auth.second_factor_required"));
  });

  it("may take somebody's lost factors away, which ends their sessions and is in the trail", async () => {
    await using world = await createWorld();
    const root = await require(world, []);
    const anna = await world.seed("anna");
    const token = await world.enter("anna");
    await world.addTotp(token);
    const reset = await world.ask(
      `DELETE /users/${anna.id}/factors`,
      undefined,
      root,
    );
    expect(reset.status).toBe(204);
    expect(
      await world.identity.resolveSession(token, "127.0.0.1"),
    ).toBeUndefined();
    await world.enter("anna");
    expect(await world.outboxEvents()).toContainEqual(
      expect.objectContaining({
        type: "second_factor.reset",
        userId: anna.id,
      }),
    );
  });

  it("alone may do so", async () => {
    await using world = await createWorld();
    const anna = await world.seed("anna");
    const token = await world.enter("anna");
    const lines = [
      "GET /sign-in/policy",
      "PUT /sign-in/policy",
      `DELETE /users/${anna.id}/factors`,
    ];
    for (const line of lines)
      expect(
        await world.ask(
          line,
          line.startsWith("PUT")
            ? { secondFactorRoles: [], companyOnly: null }
            : undefined,
          token,
        ),
      ).toMatchObject(refusal("auth.forbidden"));
  });
});

describe("changing how one signs in", () => {
  it("asks for the password again", async () => {
    await using world = await createWorld();
    await world.seed("anna");
    const token = await world.enter("anna");
    const wrong = { password: "not mine at all" };
    for (const line of [
      "POST /auth/factors/totp",
      "POST /auth/factors/totp/removal",
      "POST /auth/factors/recovery-codes",
      "POST /auth/factors/passkeys/question",
    ])
      expect(await world.ask(line, wrong, token)).toMatchObject(
        refusal("auth.wrong_credentials"),
      );
  });

  it("takes the recovery codes along with the last factor", async () => {
    await using world = await createWorld();
    await world.seed("anna");
    const token = await world.enter("anna");
    await world.addTotp(token);
    const line = "POST /auth/factors/totp/removal";
    expect((await world.ask(line, { password }, token)).status).toBe(204);
    const own = await world.ask<SecondFactors>(
      "GET /auth/factors",
      undefined,
      token,
    );
    expect(own.body).toEqual({
      totpSince: null,
      passkeys: [],
      recoveryCodesLeft: 0,
      isRequired: false,
    });
    await world.enter("anna");
  });
});

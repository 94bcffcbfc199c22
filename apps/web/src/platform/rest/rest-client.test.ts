import type { UserId } from "@veche/contracts";
import { describe, expect, it } from "vitest";
import { createRest } from "./rest-client.ts";

const answer = (status: number, body: unknown) =>
  Promise.resolve(
    new Response(body === null ? null : JSON.stringify(body), { status }),
  );

function createTestRest(
  respond: (url: string, init: RequestInit) => Promise<Response>,
) {
  const signedOut: string[] = [];
  const requests: { url: string; method: string | undefined; body: unknown }[] =
    [];
  const rest = createRest({
    fetch: (target, init = {}) => {
      const url = target as string;
      requests.push({ url, method: init.method, body: init.body });
      return respond(url, init);
    },
    onSignedOut: () => signedOut.push("signed out"),
  });
  return { rest, requests, signedOut };
}

describe("the REST client", () => {
  it("fills the path, leaves out what is not asked for and sends JSON", async () => {
    const { rest, requests } = createTestRest(() => answer(200, {}));
    await rest("updateUser", {
      params: { userId: "a/b" as UserId },
      body: { name: "Анна" },
    });
    await rest("listHistory", { query: { limit: 20 } });
    expect(requests).toEqual([
      { url: "/api/v1/users/a%2Fb", method: "PATCH", body: '{"name":"Анна"}' },
      {
        url: "/api/v1/contact-centre/history?limit=20",
        method: "GET",
        body: undefined,
      },
    ]);
  });

  it("answers an empty response with null", async () => {
    const { rest } = createTestRest(() => answer(204, null));
    expect(await rest("signOut", {})).toBeNull();
  });

  it("rejects with the code, the wait and the reference the server gave", async () => {
    const { rest } = createTestRest(() =>
      answer(429, { code: "auth.locked", retryAfterMs: 9000, reference: "r1" }),
    );
    await expect(rest("getMe", {})).rejects.toMatchObject({
      code: "auth.locked",
      retryAfterMs: 9000,
      reference: "r1",
    });
  });

  it("tells once that the session is over, whatever call found it out", async () => {
    const { rest, signedOut } = createTestRest(() =>
      answer(401, { code: "auth.session_ended" }),
    );
    await expect(rest("listUsers", {})).rejects.toMatchObject({
      code: "auth.session_ended",
    });
    expect(signedOut).toEqual(["signed out"]);
  });

  it("takes a wrong password for what it is, not for the end of the session", async () => {
    const { rest, signedOut } = createTestRest(() =>
      answer(401, { code: "auth.wrong_credentials" }),
    );
    await expect(
      rest("signIn", { body: { login: "anna", password: "x" } }),
    ).rejects.toMatchObject({
      code: "auth.wrong_credentials",
    });
    expect(signedOut).toEqual([]);
  });

  it.each([
    [502, "server.unavailable"],
    [500, "server.failed"],
  ])("makes of a stranger's %i the code %s", async (status, code) => {
    const { rest } = createTestRest(() =>
      Promise.resolve(new Response("<html>", { status })),
    );
    await expect(rest("getMe", {})).rejects.toMatchObject({ code });
  });

  it("calls a line that is cut offline", async () => {
    const { rest } = createTestRest(() =>
      Promise.reject(new TypeError("network")),
    );
    await expect(rest("getMe", {})).rejects.toMatchObject({ code: "offline" });
  });
});

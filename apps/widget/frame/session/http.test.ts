import { expect, test } from "vitest";
import { createHttp } from "./http.ts";

function createWorld(answer: () => Promise<Response>) {
  const asked: {
    readonly url: string;
    readonly init: RequestInit | undefined;
  }[] = [];
  const http = createHttp({
    serverUrl: "https://chat.example.com/veche/",
    fetch: (input, init) => {
      asked.push({ url: new Request(input).url, init });
      return answer();
    },
  });
  return { http, asked };
}

test("a ticket is asked for by the token alone, under the loader's own address", async () => {
  const { http, asked } = createWorld(() =>
    Promise.resolve(Response.json({ ticket: "t" }, { status: 201 })),
  );
  expect(await http.createTicket("token")).toBe("t");
  expect(asked).toEqual([
    {
      url: "https://chat.example.com/veche/api/v1/realtime/tickets",
      init: {
        method: "POST",
        credentials: "omit",
        headers: { authorization: "Bearer token" },
      },
    },
  ]);
});

test("a refusal carries the server's code", async () => {
  const { http } = createWorld(() =>
    Promise.resolve(
      Response.json({ code: "auth.origin_refused" }, { status: 403 }),
    ),
  );
  await expect(http.createTicket("token")).rejects.toMatchObject({
    code: "auth.origin_refused",
  });
});

test.each([
  [
    "no network",
    () => Promise.reject(new TypeError("failed to fetch")),
    "server.unavailable",
  ],
  [
    "a proxy's page",
    () =>
      Promise.resolve(new Response("<h1>Bad gateway</h1>", { status: 502 })),
    "server.unavailable",
  ],
  [
    "a code of no registry",
    () => Promise.resolve(Response.json({ code: "made.up" }, { status: 400 })),
    "request.invalid",
  ],
])("%s is told by a code of ours", async (_what, answer, code) => {
  const { http } = createWorld(answer);
  await expect(http.readSettings("shop")).rejects.toMatchObject({ code });
});

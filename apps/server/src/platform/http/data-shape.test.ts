import { Type } from "typebox";
import { describe, expect, it } from "vitest";
import { closed, endpoint, nullable } from "@veche/contracts";
import { createTestHttp, ownPage } from "../../../tests/http.ts";
import { route } from "./route.ts";

const thing = endpoint({
  method: "POST",
  path: "/api/v1/things/:id",
  tag: "Test",
  summary: "Thing",
  access: { kind: "user" },
  params: closed({ id: Type.String({ pattern: "^[0-9]+$" }) }),
  query: closed({
    limit: Type.Integer({ minimum: 1, maximum: 9, default: 5 }),
    flag: Type.Optional(Type.Boolean()),
  }),
  body: closed({
    count: Type.Integer(),
    isOpen: Type.Optional(Type.Boolean()),
    note: Type.Optional(nullable(Type.String({ maxLength: 10 }))),
  }),
  status: 200,
  response: closed({ seen: Type.String() }),
  errors: [],
});
const bare = endpoint({
  ...thing,
  method: "DELETE",
  path: "/api/v1/things",
  params: undefined as never, // Left out on purpose: an endpoint that takes nothing.
  query: undefined as never, // The same.
  body: undefined as never, // The same.
});
const handled: unknown[] = [];
const routes = [
  route(thing, async ({ params, query, body }) => {
    handled.push({ params, query, body });
    return { seen: JSON.stringify({ params, query, body }) };
  }),
  route(bare, async (_context) => ({ seen: "nothing" })),
];

async function send(
  url: string,
  payload: string,
  headers: Record<string, string> = {},
) {
  await using http = await createTestHttp({ routes });
  handled.length = 0;
  const answer = await http.inject({
    method: "POST",
    url: `/api/v1/things/${url}`,
    headers: { ...ownPage, "content-type": "application/json", ...headers },
    payload,
  });
  return {
    status: answer.statusCode,
    problem: answer.json<{ code: string; issues?: { path: string }[] }>(),
  };
}

describe("input that does not fit (ASVS 15.3)", () => {
  it.each([
    ["a number as text", "1", '{"count":"1"}', "/count"],
    ["a truth value as text", "1", '{"count":1,"isOpen":"true"}', "/isOpen"],
    ["null where it is not allowed", "1", '{"count":null}', "/count"],
    ["a missing field", "1", "{}", ""],
    ["a field too many", "1", '{"count":1,"admin":true}', "/admin"],
    ["a text too long", "1", '{"count":1,"note":"12345678901"}', "/note"],
    ["a list", "1", "[1]", ""],
    ["a text", "1", '"count"', ""],
    ["nothing", "1", "", ""],
    ["a path of another shape", "x", '{"count":1}', "/id"],
    ["a query field too many", "1?debug=1", '{"count":1}', "/debug"],
    ["a query number out of range", "1?limit=10", '{"count":1}', "/limit"],
    ["a query number with a fraction", "1?limit=5.5", '{"count":1}', "/limit"],
    [
      "a query number in another spelling",
      "1?limit=0x5",
      '{"count":1}',
      "/limit",
    ],
    ["an empty query number", "1?limit=", '{"count":1}', "/limit"],
    [
      "a query parameter given twice",
      "1?limit=1&limit=9",
      '{"count":1}',
      "/limit",
    ],
    [
      "a query named after the prototype",
      "1?__proto__=1",
      '{"count":1}',
      "/__proto__",
    ],
  ])(
    "is refused with the place: %s",
    async (_what, ...[url, payload, path]) => {
      const { status, problem } = await send(url, payload);
      expect({ status, code: problem.code }).toEqual({
        status: 400,
        code: "request.invalid",
      });
      expect(problem.issues?.map((issue) => issue.path)).toContain(path);
      expect(handled).toEqual([]);
    },
  );

  it.each([
    ["broken JSON", '{"count":', 400, "request.invalid"],
    [
      "a prototype in JSON",
      '{"count":1,"__proto__":{"isOpen":true}}',
      400,
      "request.invalid",
    ],
    [
      "a constructor in JSON",
      '{"count":1,"constructor":{"prototype":{"isOpen":true}}}',
      400,
      "request.invalid",
    ],
    [
      "depth without end",
      `{"count":1,"note":${"[".repeat(100_000)}`,
      400,
      "request.invalid",
    ],
    [
      "two megabytes",
      `{"count":1,"note":"${"x".repeat(2_000_000)}"}`,
      413,
      "request.too_large",
    ],
  ])("is refused: %s", async (_what, ...[payload, status, code]) => {
    const answer = await send("1", payload);
    expect({ status: answer.status, code: answer.problem.code }).toEqual({
      status,
      code,
    });
    expect(handled).toEqual([]);
  });

  it("is refused when it is not JSON, whatever it contains", async () => {
    for (const type of [
      "text/json",
      "application/xml",
      "application/json-patch+json",
    ]) {
      const answer = await send("1", '{"count":1}', { "content-type": type });
      expect(answer.problem.code).toBe("request.unsupported_media_type");
    }
  });

  it("is refused when its address cannot be decoded, is too long, or names no endpoint", async () => {
    await using http = await createTestHttp({ routes });
    for (const [url, status] of [
      ["/api/v1/things/%zz", 400],
      ["/api/v1/things/%c3%28", 400],
      [`/api/v1/things/${"1".repeat(300)}`, 400],
      ["/api/v1/things/1/more", 404],
    ] as const) {
      const answer = await http.inject({ method: "POST", url });
      expect(answer.statusCode).toBe(status);
      expect(answer.headers["content-type"]).toMatch(
        "application/problem+json",
      );
    }
  });

  it("is refused where nothing is expected", async () => {
    await using http = await createTestHttp({ routes });
    const ask = async (url: string, payload?: object) =>
      (
        await http.inject({
          method: "DELETE",
          url,
          headers: ownPage,
          ...(payload ? { payload } : {}),
        })
      ).statusCode;
    expect(await ask("/api/v1/things")).toBe(200);
    expect(await ask("/api/v1/things", {})).toBe(200);
    expect(await ask("/api/v1/things", { all: true })).toBe(400);
    expect(await ask("/api/v1/things?all=true")).toBe(400);
  });
});

describe("input that fits", () => {
  it("reaches the handler as it was sent, with the query's numbers as numbers", async () => {
    const answer = await send(
      "12?limit=7&flag=true",
      '{"count":3,"note":null}',
    );
    expect(answer.status).toBe(200);
    expect(handled).toEqual([
      {
        params: { id: "12" },
        query: { limit: 7, flag: true },
        body: { count: 3, note: null },
      },
    ]);
  });
});

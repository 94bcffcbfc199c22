import { Type } from "typebox";
import { describe, expect, it } from "vitest";
import { closed, endpoint } from "@veche/contracts";
import {
  anna,
  carl,
  createTestHttp,
  ownPage,
  siteOrigin,
} from "../../../tests/http.ts";
import { AppError } from "../app-error.ts";
import { route } from "./route.ts";

const tag = "Test";
const Note = closed({ text: Type.String({ maxLength: 20 }) });

const listNotes = endpoint({
  method: "GET",
  path: "/api/v1/notes",
  tag,
  summary: "Notes",
  access: { kind: "user" },
  query: closed({
    limit: Type.Integer({ minimum: 1, maximum: 200, default: 100 }),
    before: Type.Optional(Type.Integer()),
  }),
  status: 200,
  response: closed({ limit: Type.Integer(), text: Type.String() }),
  errors: [],
});
const addNote = endpoint({
  method: "POST",
  path: "/api/v1/notes",
  tag,
  summary: "Add",
  access: { kind: "user" },
  body: Note,
  status: 201,
  response: Note,
  errors: [],
});
const clearNotes = endpoint({
  method: "DELETE",
  path: "/api/v1/notes",
  tag,
  summary: "Clear",
  access: { kind: "user", anyOf: ["admin"] },
  status: 204,
  response: Type.Null(),
  errors: [],
});
const whoAmI = endpoint({
  method: "POST",
  path: "/api/v1/who",
  tag,
  summary: "Who",
  access: { kind: "principal" },
  status: 200,
  response: closed({ name: Type.String(), actor: Type.String() }),
  errors: [],
});

const notes = {
  list: route(listNotes, async ({ query }) => {
    const full = { limit: query.limit, text: "hi", secret: "leaks" };
    return full;
  }),
  add: route(addNote, async ({ body }) => body),
  clear: route(clearNotes, async () => null),
  who: route(whoAmI, async ({ principal, actor }) => ({
    name: principal.name,
    actor: String(actor.name),
  })),
};
const routes = Object.values(notes);

describe("an endpoint", () => {
  it("answers with the fields of its contract and no other", async () => {
    await using http = await createTestHttp({ routes });
    const answer = await http.inject({
      url: "/api/v1/notes?limit=7",
      headers: ownPage,
    });
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual({ limit: 7, text: "hi" });
  });

  it("fills defaults of its query and answers 201 and 204 as the contract says", async () => {
    await using http = await createTestHttp({
      routes: [
        notes.list,
        notes.add,
        route({ ...clearNotes, access: { kind: "user" } }, async () => null),
      ],
    });
    const list = await http.inject({ url: "/api/v1/notes", headers: ownPage });
    expect(list.json()).toMatchObject({ limit: 100 });
    const add = await http.inject({
      method: "POST",
      url: "/api/v1/notes",
      headers: ownPage,
      payload: { text: "a" },
    });
    expect([add.statusCode, add.json()]).toEqual([201, { text: "a" }]);
    const clear = await http.inject({
      method: "DELETE",
      url: "/api/v1/notes",
      headers: ownPage,
    });
    expect([clear.statusCode, clear.body]).toEqual([204, ""]);
  });

  it("is closed to whoever has no session, an ended one, or not the role", async () => {
    await using http = await createTestHttp({ routes });
    const code = async (
      headers: Record<string, string>,
      method: "GET" | "DELETE" = "GET",
    ) => {
      const answer = await http.inject({
        method,
        url: "/api/v1/notes",
        headers,
      });
      return answer.json<{ code: string }>().code;
    };
    expect(await code({})).toBe("auth.required");
    expect(await code({ cookie: "veche_session=old" })).toBe(
      "auth.session_ended",
    );
    expect(await code(ownPage, "DELETE")).toBe("auth.forbidden");
    expect(await code({ authorization: "Bearer carl" })).toBe("auth.forbidden");
  });

  it("knows a customer by the visitor's token and a user by the cookie", async () => {
    await using http = await createTestHttp({ routes });
    const who = async (headers: Record<string, string>) =>
      (
        await http.inject({ method: "POST", url: "/api/v1/who", headers })
      ).json<unknown>();
    expect(await who({ authorization: "Bearer carl" })).toEqual({
      name: carl.name,
      actor: carl.name,
    });
    expect(await who(ownPage)).toEqual({ name: anna.name, actor: anna.name });
  });
});

describe("a refusal", () => {
  it("is a problem document with its code and, when it is a matter of time, how long to wait", async () => {
    await using http = await createTestHttp({
      routes: [
        route(addNote, async () => {
          throw new AppError("auth.locked", { retryAfterMs: 1500 });
        }),
      ],
    });
    const answer = await http.inject({
      method: "POST",
      url: "/api/v1/notes",
      headers: ownPage,
      payload: { text: "a" },
    });
    expect(answer.statusCode).toBe(429);
    expect(answer.headers["content-type"]).toMatch("application/problem+json");
    expect(answer.headers["retry-after"]).toBe("2");
    expect(answer.json()).toMatchObject({
      code: "auth.locked",
      status: 429,
      retryAfterMs: 1500,
    });
  });

  it("of an unforeseen kind tells nothing but a reference", async () => {
    await using http = await createTestHttp({
      routes: [
        route(addNote, async () => {
          throw new Error("password of the database is hunter2");
        }),
      ],
    });
    const answer = await http.inject({
      method: "POST",
      url: "/api/v1/notes",
      headers: ownPage,
      payload: { text: "a" },
    });
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toMatch("hunter2");
    expect(answer.json()).toEqual({
      type: "/api/docs/errors#server.failed",
      title: "server.failed",
      status: 500,
      code: "server.failed",
      reference: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
    });
  });

  it("meets an unknown address of the API, and the page of the application is not shown there", async () => {
    await using http = await createTestHttp({ routes });
    const answer = await http.inject({ url: "/api/v1/nothing" });
    expect([answer.statusCode, answer.json()]).toMatchObject([
      404,
      { code: "request.not_found" },
    ]);
  });
});

describe("a server that is going down", () => {
  it("refuses new requests and says so to the balancer", async () => {
    await using http = await createTestHttp({ routes });
    expect((await http.inject({ url: "/readyz" })).statusCode).toBe(200);
    http.drain();
    const refused = await http.inject({
      url: "/api/v1/notes",
      headers: ownPage,
    });
    expect([refused.statusCode, refused.json()]).toMatchObject([
      503,
      { code: "server.draining" },
    ]);
    expect((await http.inject({ url: "/healthz" })).json()).toEqual({
      status: "alive",
    });
    const readiness = await http.inject({ url: "/readyz" });
    expect([readiness.statusCode, readiness.json()]).toMatchObject([
      503,
      {
        code: "server.unavailable",
        issues: expect.arrayContaining([
          { path: "/parts/drain", message: "yes" },
        ]) as unknown,
      },
    ]);
  });

  it("is not ready without its database", async () => {
    await using http = await createTestHttp({
      parts: async () => ({
        database: "down",
        turn: "off",
        mediaServer: "off",
      }),
    });
    expect((await http.inject({ url: "/readyz" })).statusCode).toBe(503);
  });
});

describe("the description of the API", () => {
  it("is OpenAPI 3.1, names every endpoint, and has a page", async () => {
    await using http = await createTestHttp({ routes });
    const document = (await http.inject({ url: "/api/openapi.json" })).json<{
      openapi: string;
      paths: Record<string, Record<string, { responses: object }>>;
    }>();
    expect(document.openapi).toBe("3.1.0");
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining([
        "/healthz",
        "/readyz",
        "/api/v1/notes",
        "/api/v1/who",
      ]),
    );
    expect(
      Object.keys(document.paths["/api/v1/notes"]?.["post"]?.responses ?? {}),
    ).toEqual(
      expect.arrayContaining(["201", "400", "401", "403", "429", "500", "503"]),
    );
    const page = await http.inject({ url: "/api/docs" });
    expect(page.statusCode).toBe(200);
    expect(page.body).not.toMatch(/<script>|<style>|style="/);
  });
});

describe("a page of another site", () => {
  it("of a known site may use what is meant for the widget, without cookies", async () => {
    await using http = await createTestHttp({ routes });
    const preflight = await http.inject({
      method: "OPTIONS",
      url: "/api/v1/who",
      headers: { origin: siteOrigin, "access-control-request-method": "POST" },
    });
    expect(preflight.headers["access-control-allow-origin"]).toBe(siteOrigin);
    expect(
      preflight.headers["access-control-allow-credentials"],
    ).toBeUndefined();
    const answer = await http.inject({
      method: "POST",
      url: "/api/v1/who",
      headers: { origin: siteOrigin, authorization: "Bearer carl" },
    });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers["access-control-allow-origin"]).toBe(siteOrigin);
  });

  it("of an unknown site may not read anything, nor a known one the staff's endpoints", async () => {
    await using http = await createTestHttp({ routes });
    const foreign = await http.inject({
      method: "POST",
      url: "/api/v1/who",
      headers: { origin: "https://evil.test", authorization: "Bearer carl" },
    });
    expect(foreign.headers["access-control-allow-origin"]).toBeUndefined();
    const staff = await http.inject({
      url: "/api/v1/notes",
      headers: { origin: siteOrigin },
    });
    expect(staff.headers["access-control-allow-origin"]).toBeUndefined();
  });
});

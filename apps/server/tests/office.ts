import type { Endpoint } from "@veche/contracts";
import { createBi } from "../src/modules/bi/index.ts";
import type { UserPrincipal } from "../src/platform/principal.ts";
import { callEndpoint, type Input } from "./call-endpoint.ts";
import { openService } from "./contact-centre.ts";
import { createTestHttp, publicUrl } from "./http.ts";

type Role = "employee" | "operator" | "supervisor" | "admin";

/** An office with somebody of each role, each asking over HTTP. */
export async function openOffice(options: { readonly wrapUpMs?: number } = {}) {
  const world = await openService(options);
  const staff = new Map(
    (["employee", "operator", "supervisor", "admin"] as const).map((role) => [
      role,
      // The world's staff are users.
      world.operator(role, ["employee", role]) as UserPrincipal,
    ]),
  );
  const bi = createBi({ database: world.test.database.narrow() });
  const http = await createTestHttp({
    routes: [...world.centre.routes, ...bi.routes],
    byteRoutes: bi.byteRoutes,
    authenticate: {
      session: async (token) =>
        [...staff].find(([role]) => role === token)?.[1],
      bearer: async () => undefined,
    },
  });
  const headersOf = (role: Role) => ({
    origin: publicUrl,
    cookie: `veche_session=${role}`,
  });
  return {
    world,
    as: <E extends Endpoint>(role: Role, endpoint: E, input: Input<E> = {}) =>
      callEndpoint({ http, headers: headersOf(role) }, endpoint, input),
    /** What a browser downloads. */
    async download(role: Role, url: string) {
      const headers = headersOf(role);
      const answer = await http.inject({ method: "GET", url, headers });
      return { status: answer.statusCode, text: answer.body };
    },
    async [Symbol.asyncDispose]() {
      await http[Symbol.asyncDispose]();
      await world[Symbol.asyncDispose]();
    },
  };
}

import type { Endpoint } from "@veche/contracts";
import type { UserPrincipal } from "../src/platform/principal.ts";
import { callEndpoint, type Input } from "./call-endpoint.ts";
import { openService } from "./contact-centre.ts";
import { createTestHttp, publicUrl } from "./http.ts";

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
  const http = await createTestHttp({
    routes: world.centre.routes,
    authenticate: {
      session: async (token) =>
        [...staff].find(([role]) => role === token)?.[1],
      bearer: async () => undefined,
    },
  });
  return {
    world,
    as: <E extends Endpoint>(
      role: "employee" | "operator" | "supervisor" | "admin",
      endpoint: E,
      input: Input<E> = {},
    ) =>
      callEndpoint(
        {
          http,
          headers: { origin: publicUrl, cookie: `veche_session=${role}` },
        },
        endpoint,
        input,
      ),
    async [Symbol.asyncDispose]() {
      await http[Symbol.asyncDispose]();
      await world[Symbol.asyncDispose]();
    },
  };
}

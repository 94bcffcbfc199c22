import { biEndpoints } from "@veche/contracts";
import type { ByteRoute } from "../../platform/http/byte-route.ts";
import { route, type Route } from "../../platform/http/route.ts";
import type { BiDeps } from "./bi-deps.ts";
import { dictionary } from "./dictionary/index.ts";
import { rowsRoute } from "./http/rows-route.ts";

/** What analysts read, and what it means (B33). */
export interface Bi {
  readonly routes: readonly Route[];
  readonly byteRoutes: readonly ByteRoute[];
}

export const createBi = (deps: BiDeps): Bi => ({
  routes: [route(biEndpoints.getBiTables, async () => dictionary)],
  byteRoutes: [rowsRoute(deps)],
});

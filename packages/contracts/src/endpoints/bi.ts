import { BiTables } from "../bi.ts";
import { endpoint } from "./endpoint.ts";

/** What analysts' tools are fed with. */
export const biEndpoints = {
  /** The views, their columns and what they mean; the rows are at `biRowsPath`. */
  getBiTables: endpoint({
    method: "GET",
    path: "/api/v1/bi/tables",
    tag: "Analysis",
    summary: "Tables and columns for analysis, with what the figures mean",
    access: { kind: "user", anyOf: ["supervisor", "admin"] },
    status: 200,
    response: BiTables,
    errors: [],
  }),
} as const;

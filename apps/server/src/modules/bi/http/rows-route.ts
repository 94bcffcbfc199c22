import { Readable } from "node:stream";
import { create as contentDisposition } from "content-disposition";
import { biRowsPath } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type {
  ByteContext,
  ByteRoute,
} from "../../../platform/http/byte-route.ts";
import { daySpansOf } from "../../contact-centre/index.ts";
import type { BiDeps } from "../bi-deps.ts";
import { dictionary } from "../dictionary/index.ts";
import { readCsv, type Wanted } from "../store/rows.ts";

/** Refuses `request.invalid`: no such table, an unknown zone, or days as reports refuse them. */
export const rowsRoute = ({ database }: BiDeps): ByteRoute => ({
  method: "GET",
  path: biRowsPath(":table"),
  access: { kind: "user", anyOf: ["supervisor", "admin"] },
  async handle(context) {
    const wanted = wantedBy(context);
    const { table, from, to } = wanted;
    // What leaves the house is in the trail before the first line of it does (B29).
    await database.transact(context.actor, async ({ happened }) => {
      happened({ type: "bi.exported", table: table.name, from, to });
    });
    return {
      status: 200,
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": contentDisposition(
          `${table.name}-${from}-${to}.csv`,
        ),
        "cache-control": "no-store",
      },
      body: Readable.from(readCsv(database.db, wanted)),
    };
  },
});

function wantedBy({ params, query }: ByteContext): Wanted {
  const { schema, tables } = dictionary;
  const table = tables.find(({ name }) => name === params["table"]);
  if (table === undefined)
    throw new AppError("request.invalid", {
      issues: [{ path: "/table", message: "is no table" }],
    });
  const { from = "", to = "", timeZone = "" } = query;
  const days = daySpansOf({ from, to, timeZone });
  if ("issues" in days) throw new AppError("request.invalid", days);
  return { schema, table, timeZone, from, to, days: days.spans };
}

import { contactCentreEndpoints } from "@veche/contracts";
import { route, type Route } from "../../../platform/http/route.ts";
import type { Powers } from "../powers.ts";
import { may } from "../../identity/index.ts";
import { endedRequests } from "../store/history.ts";
import { historyEntries } from "./history-entries.ts";

export const listHistory = (powers: Powers): Route =>
  route(contactCentreEndpoints.listHistory, async ({ principal, query }) => {
    const rows = await endedRequests(powers.database.db, {
      operatorId: may(principal, "requests.see_all") ? undefined : principal.id,
      before: instant(query.before),
      since: instant(query.since),
      queueId: query.queueId,
      kind: query.kind,
      endReason: query.endReason,
      text: query.text,
      limit: query.limit,
    });
    const oldest = rows.length < query.limit ? undefined : rows.at(-1);
    return {
      entries: await historyEntries(powers, rows),
      nextBefore: oldest?.createdAt.toISOString() ?? null,
    };
  });

const instant = (at: string | undefined): Date | undefined =>
  at === undefined ? undefined : new Date(at);

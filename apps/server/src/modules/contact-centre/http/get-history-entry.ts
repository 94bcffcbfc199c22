import { contactCentreEndpoints } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import { route, type Route } from "../../../platform/http/route.ts";
import type { Powers } from "../powers.ts";
import { may } from "../../identity/index.ts";
import { turnsOf } from "../domain/turns.ts";
import { findRequest, isServedBy } from "../store/history.ts";
import { offersOfRequest } from "../store/offers.ts";
import { transfersOf } from "../store/transfers.ts";
import { historyEntries } from "./history-entries.ts";

export const getHistoryEntry = (powers: Powers): Route =>
  route(
    contactCentreEndpoints.getHistoryEntry,
    async ({ principal, params: { requestId } }) => {
      const { db } = powers.database;
      const row = await findRequest(db, requestId);
      if (row === undefined) throw new AppError("request.not_found");
      const isVisible =
        may(principal, "requests.see_all") ||
        (await isServedBy(db, requestId, principal.id));
      const [entry] = isVisible ? await historyEntries(powers, [row]) : [];
      if (entry === undefined) throw new AppError("request.not_found");
      const [offers, transfers, calls] = await Promise.all([
        offersOfRequest(db, requestId),
        transfersOf(db, [requestId]),
        powers.calls.callsOfRequest(requestId),
      ]);
      return {
        entry,
        offers: offers.map((offer) => ({
          operatorId: offer.operatorId,
          operatorName: offer.operatorName,
          createdAt: offer.createdAt.toISOString(),
          closedAt: offer.closedAt?.toISOString() ?? null,
          outcome: offer.outcome,
          candidateCount: offer.candidateCount,
          idleMs: offer.idleMs,
          reason: offer.reason,
        })),
        turns: turnsOf(row, transfers).map(({ since, until, ...turn }) => ({
          ...turn,
          since: since.toISOString(),
          until: until?.toISOString() ?? null,
        })),
        calls: [...calls],
      };
    },
  );

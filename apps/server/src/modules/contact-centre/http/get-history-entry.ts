import { contactCentreEndpoints } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import { route, type Route } from "../../../platform/http/route.ts";
import type { Powers } from "../powers.ts";
import { may } from "../../identity/index.ts";
import { findRequest } from "../store/history.ts";
import { offersOfRequest } from "../store/offers.ts";
import { historyEntries } from "./history-entries.ts";

export const getHistoryEntry = (powers: Powers): Route =>
  route(
    contactCentreEndpoints.getHistoryEntry,
    async ({ principal, params: { requestId } }) => {
      const { db } = powers.database;
      const row = await findRequest(db, requestId);
      const isVisible =
        row !== undefined &&
        (may(principal, "requests.see_all") || row.operatorId === principal.id);
      const [entry] = isVisible ? await historyEntries(powers, [row]) : [];
      if (entry === undefined) throw new AppError("request.not_found");
      const [offers, calls] = await Promise.all([
        offersOfRequest(db, requestId),
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
        })),
        calls: [...calls],
      };
    },
  );

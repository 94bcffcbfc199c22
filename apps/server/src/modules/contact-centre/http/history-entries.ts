import type { HistoryEntry } from "@veche/contracts";
import { loadForStaff } from "../load.ts";
import type { Powers } from "../powers.ts";
import { turnsOf } from "../domain/turns.ts";
import { presentWrapUp } from "../present.ts";
import type { RequestRow, TransferRow } from "../store/rows.ts";
import { transfersOf } from "../store/transfers.ts";
import { readWrapUpRules } from "../store/wrap-up-rules.ts";
import { wrapUpsOf } from "../store/wrap-ups.ts";
import { endOfHold } from "../use-cases/end-of-service.ts";

const msBetween = (from: Date, to: Date): number =>
  Math.max(0, to.getTime() - from.getTime());

/** Requests as lines of the history, in their order. */
export async function historyEntries(
  powers: Powers,
  rows: readonly RequestRow[],
): Promise<HistoryEntry[]> {
  const { calls, chats, clock, database, ratings, settings } = powers;
  const ids = rows.map((row) => row.id);
  const [views, transfers, wrapUps, rules, rated, qualities, counts] =
    await Promise.all([
      loadForStaff(powers, rows),
      transfersOf(database.db, ids),
      wrapUpsOf(database.db, ids),
      readWrapUpRules(database.db, settings),
      ratings.of(ids),
      calls.qualityOf(ids),
      chats.countMessages(
        rows.map((row) => ({
          conversationId: row.conversationId,
          since: row.createdAt,
          until: row.endedAt,
        })),
      ),
    ]);
  const viewById = new Map(views.map((view) => [view.id, view]));
  return rows.flatMap((row, index) => {
    const request = viewById.get(row.id);
    if (request === undefined) return [];
    const endedAt = row.endedAt ?? clock.now();
    const wrapUp = wrapUps.get(row.id);
    return [
      {
        request,
        participants: participantsOf(
          row,
          transfers.filter(({ requestId }) => requestId === row.id),
        ),
        waitedMs: msBetween(row.createdAt, row.acceptedAt ?? endedAt),
        servedMs:
          row.acceptedAt === null ? 0 : msBetween(row.acceptedAt, endedAt),
        heldMs: endOfHold(row, endedAt).heldMs,
        messageCount: counts[index] ?? 0,
        quality: qualities.get(row.id) ?? "unknown",
        rating: rated.get(row.id) ?? null,
        wrapUp: wrapUp === undefined ? null : presentWrapUp(wrapUp, rules),
      },
    ];
  });
}

/** The customer, then everybody who served them, in order. */
function participantsOf(
  row: RequestRow,
  transfers: readonly TransferRow[],
): HistoryEntry["participants"] {
  const served = turnsOf(row, transfers).map(
    ({ operatorId, operatorName }) =>
      [operatorId, { principalId: operatorId, name: operatorName }] as const,
  );
  return [
    { principalId: row.customerId, name: row.customerName },
    ...new Map(served).values(),
  ];
}

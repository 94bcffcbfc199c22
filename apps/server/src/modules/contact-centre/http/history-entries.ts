import type { HistoryEntry } from "@veche/contracts";
import { loadForStaff } from "../load.ts";
import type { Powers } from "../powers.ts";
import type { RequestRow } from "../store/rows.ts";

const msBetween = (from: Date, to: Date): number =>
  Math.max(0, to.getTime() - from.getTime());

/** Requests as lines of the history, in their order. */
export async function historyEntries(
  powers: Powers,
  rows: readonly RequestRow[],
): Promise<HistoryEntry[]> {
  const { calls, chats, clock } = powers;
  const [views, qualities, counts] = await Promise.all([
    loadForStaff(powers, rows),
    calls.qualityOf(rows.map((row) => row.id)),
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
    return [
      {
        request,
        participants: participantsOf(row),
        waitedMs: msBetween(row.createdAt, row.acceptedAt ?? endedAt),
        servedMs:
          row.acceptedAt === null ? 0 : msBetween(row.acceptedAt, endedAt),
        messageCount: counts[index] ?? 0,
        quality: qualities.get(row.id) ?? "unknown",
      },
    ];
  });
}

function participantsOf(row: RequestRow): HistoryEntry["participants"] {
  const customer = { principalId: row.customerId, name: row.customerName };
  if (row.operatorId === null || row.operatorName === null) return [customer];
  return [customer, { principalId: row.operatorId, name: row.operatorName }];
}

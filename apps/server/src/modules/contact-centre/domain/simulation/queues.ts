import type { QueueId, UserId } from "@veche/contracts";
import type { QueueView } from "../decide.ts";

const minute = 60_000;

// A readable name stands in for the identifier's UUID: nothing here looks inside it.
export const operatorId = (number: number): UserId =>
  `operator-${String(number)}` as UserId;

// The same.
const queueId = (number: number): QueueId =>
  `queue-${String(number)}` as QueueId;

/**
 * Everybody's, some people's that goes first and overflows to all, and one's who may be at home, with others after a minute: of the
 * last, nobody is lost either. Each has another strategy.
 */
export function queuesOf(
  operatorCount: number,
): readonly [QueueView, QueueView, QueueView] {
  const every = (nth: number): ReadonlySet<UserId> =>
    new Set(
      Array.from({ length: operatorCount }, (_, index) => index)
        .filter((index) => index % nth === 1)
        .map(operatorId),
    );
  return [
    {
      ...{ id: queueId(1), priority: 5, members: null },
      ...{ strategy: "longest_idle", overflow: null },
    },
    {
      ...{ id: queueId(2), priority: 8, members: every(3) },
      strategy: "round_robin",
      overflow: { members: null, afterMs: 2 * minute },
    },
    {
      ...{ id: queueId(3), priority: 2, members: every(operatorCount) },
      strategy: "fewest_sessions",
      overflow: { members: every(2), afterMs: minute },
    },
  ];
}

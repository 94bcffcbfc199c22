import type { TimelineEvent } from "@veche/contracts";
import type { Checker } from "./evidence.ts";

/** P0 (c): every log counts 1, 2, 3 … up to its head. */
export const gapless: Checker = ({ logs, headSeqs }) =>
  [...logs].flatMap(([conversationId, events]) => {
    const wrongAt = events.findIndex(({ seq }, index) => seq !== index + 1);
    if (wrongAt !== -1)
      return [
        `log ${conversationId} has ${events[wrongAt]?.seq ?? "nothing"} in place ${wrongAt + 1}`,
      ];
    const head = headSeqs.get(conversationId) ?? 0;
    return head === events.length
      ? []
      : [
          `log ${conversationId} holds ${events.length} events, its head says ${head}`,
        ];
  });

const sameEvent = (one: TimelineEvent, other: TimelineEvent): boolean =>
  JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));

const sorted = (event: TimelineEvent): readonly unknown[] =>
  Object.entries(event).sort(([a], [b]) => a.localeCompare(b));

/** P0 (d): every receiver holds the same list in the same order, without having reloaded by hand. */
export const viewsAgree: Checker = ({ views, logs }) =>
  views.flatMap(({ who, conversationId, events }) => {
    const log = logs.get(conversationId) ?? [];
    if (events.length !== log.length)
      return [
        `${who} holds ${events.length} of ${log.length} events of ${conversationId}`,
      ];
    const differsAt = events.findIndex((event, index) => {
      const stored = log[index];
      return stored === undefined || !sameEvent(event, stored);
    });
    return differsAt === -1
      ? []
      : [`${who} holds another event at ${differsAt + 1} of ${conversationId}`];
  });

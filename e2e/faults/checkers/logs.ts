import { isDeepStrictEqual } from "node:util";
import type { TimelineEvent } from "@veche/contracts";
import { isEntry } from "@veche/realtime-client";
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

/** As it goes over the wire: what is absent is not undefined, and the order of names says nothing. */
const sameEvent = (one: TimelineEvent, other: TimelineEvent): boolean =>
  isDeepStrictEqual(onTheWire(one), onTheWire(other));

const onTheWire = (event: TimelineEvent): unknown =>
  JSON.parse(JSON.stringify(event));

/** P0 (d): every receiver holds the same list in the same order, without having reloaded by hand. */
export const viewsAgree: Checker = ({ views, logs }) =>
  views.flatMap(({ who, conversationId, entries }) => {
    const log = (logs.get(conversationId) ?? []).filter(isEntry);
    if (entries.length !== log.length)
      return [
        `${who} holds ${entries.length} of ${log.length} entries of ${conversationId}`,
      ];
    const differsAt = entries.findIndex((event, index) => {
      const stored = log[index];
      return stored === undefined || !sameEvent(event, stored);
    });
    return differsAt === -1
      ? []
      : [`${who} holds another entry at ${differsAt + 1} of ${conversationId}`];
  });

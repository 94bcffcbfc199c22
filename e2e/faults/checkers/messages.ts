import type { MessageCreated } from "@veche/contracts";
import type { Checker, Evidence } from "./evidence.ts";

/** Every message that stands, by its author's own id of it. */
export const messagesByClientId = ({
  logs,
}: Evidence): ReadonlyMap<string, readonly MessageCreated[]> => {
  const found = new Map<string, MessageCreated[]>();
  for (const events of logs.values())
    for (const event of events) {
      if (event.type !== "message.created") continue;
      const same = found.get(event.clientId) ?? [];
      found.set(event.clientId, [...same, event]);
    }
  return found;
};

/** P0 (a): what was acknowledged stands in the history exactly once, where and as the ack said. */
export const ackedOnce: Checker = (evidence) => {
  const found = messagesByClientId(evidence);
  return evidence.sent.flatMap(
    ({ clientId, conversationId, body, outcome }) => {
      if (outcome.kind !== "acked") return [];
      const [first, ...more] = found.get(clientId) ?? [];
      if (first === undefined) return [`acked message ${clientId} is lost`];
      if (more.length > 0)
        return [`acked message ${clientId} stands ${more.length + 1} times`];
      const isInPlace =
        evidence.logs
          .get(conversationId)
          ?.some((event) => event === first && event.seq === outcome.seq) ===
        true;
      if (!isInPlace)
        return [
          `acked message ${clientId} stands at ${first.seq}, the ack said ${outcome.seq}`,
        ];
      // What was edited or deleted since says so, and is judged with the changes.
      const isChanged =
        first.editedAt !== undefined || first.deletedAt !== undefined;
      return isChanged || first.body === body
        ? []
        : [`acked message ${clientId} has another body`];
    },
  );
};

/** P0 (b): what was not acknowledged stands there once at most; what was refused not at all; nothing comes from nowhere. */
export const unackedAtMostOnce: Checker = (evidence) => {
  const found = messagesByClientId(evidence);
  const known = new Set<string>(
    [...evidence.sent, ...evidence.scheduled].map(({ clientId }) => clientId),
  );
  const ghosts = [...found.keys()]
    .filter((clientId) => !known.has(clientId))
    .map((clientId) => `message ${clientId} was sent by nobody`);
  const wrong = evidence.sent.flatMap(({ clientId, outcome }) => {
    const count = found.get(clientId)?.length ?? 0;
    if (outcome.kind === "refused" && count > 0)
      return [`refused message ${clientId} stands in the history`];
    if (outcome.kind === "pending")
      return [`message ${clientId} never came to an end`];
    return count > 1 ? [`message ${clientId} stands ${count} times`] : [];
  });
  return [...ghosts, ...wrong];
};

/** No bubble says "sending" for ever. */
export const nothingLeftUnsent: Checker = ({ unsent }) =>
  unsent.map((one) => `still waits in an outbox: ${one}`);

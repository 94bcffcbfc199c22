import type { MessageCreated } from "@veche/contracts";
import type { Scheduled } from "../record.ts";
import type { Checker, Evidence } from "./evidence.ts";
import { messagesByClientId } from "./messages.ts";

/** What was to be sent later is sent once, under the id it was promised, with words it was given; what was taken back is not. */
export const scheduledSentOnce: Checker = (evidence) => {
  const sent = messagesByClientId(evidence);
  return evidence.scheduled.flatMap((one) =>
    wrongWith(one, sent.get(one.clientId) ?? [], evidence),
  );
};

function wrongWith(
  { clientId, state, bodies }: Scheduled,
  found: readonly MessageCreated[],
  { refusedLater }: Evidence,
): readonly string[] {
  const what = `the message ${clientId} for later`;
  const [first] = found;
  if (found.length > 1) return [`${what} was sent ${found.length} times`];
  if (
    first !== undefined &&
    first.editedAt === undefined &&
    first.deletedAt === undefined &&
    !bodies.includes(first.body)
  )
    return [`${what} says what nobody wrote`];
  switch (state.kind) {
    case "taken_back":
      return first === undefined ? [] : [`${what} was taken back and sent`];
    case "refused":
      return first === undefined ? [] : [`${what} was refused and sent`];
    case "unknown":
      return [];
    case "waits": {
      const { scheduledId } = state;
      if (first !== undefined)
        return first.messageId === scheduledId
          ? []
          : [`${what} was sent under another id`];
      return refusedLater.some(({ id }) => id === scheduledId)
        ? []
        : [`${what} is lost`];
    }
  }
}

import type { RequestRow } from "../store/rows.ts";
import type { Unit } from "./move-operator.ts";

/** What a request keeps of its operator's wish for help. */
type HelpFields = Pick<RequestRow, "helpAskedAt" | "helpWords">;

/** Since when its customer is on hold, and how long they were before, whole milliseconds. */
type HoldFields = Pick<RequestRow, "heldAt" | "heldMs">;

export const noHelp = { helpAskedAt: null, helpWords: null } as const;

/** Of a request that nobody has served yet. */
export const neverServed = { ...noHelp, heldAt: null, heldMs: 0 } as const;

/** The customer is on hold no longer; the time they were is added up. */
export const endOfHold = (
  { heldAt, heldMs }: HoldFields,
  now: Date,
): HoldFields => ({
  heldAt: null,
  heldMs:
    heldAt === null
      ? heldMs
      : heldMs + Math.max(0, now.getTime() - heldAt.getTime()),
});

/** What is to be saved of a request that its operator serves no longer; supervisors learn it where help was asked for. */
export function endOfService(
  unit: Unit,
  request: RequestRow,
  now: Date,
): HelpFields & HoldFields {
  if (request.helpAskedAt !== null)
    unit.happened({ type: "help.changed", requestId: request.id });
  return { ...noHelp, ...endOfHold(request, now) };
}

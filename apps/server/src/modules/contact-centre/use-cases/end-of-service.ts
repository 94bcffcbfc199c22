import type { RequestRow } from "../store/rows.ts";
import type { Unit } from "./move-operator.ts";

/** What a request keeps of its operator's wish for help. */
export type HelpFields = Pick<RequestRow, "helpAskedAt" | "helpWords">;

export const noHelp = { helpAskedAt: null, helpWords: null } as const;

/** What is to be saved of a request that its operator serves no longer; supervisors learn it where help was asked for. */
export function endOfHelp(
  unit: Unit,
  { id: requestId, helpAskedAt }: RequestRow,
): HelpFields {
  if (helpAskedAt !== null) unit.happened({ type: "help.changed", requestId });
  return noHelp;
}

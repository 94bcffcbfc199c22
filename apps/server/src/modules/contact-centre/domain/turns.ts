import type { UserId } from "@veche/contracts";

/** One operator's part of a session. */
export interface Turn {
  readonly operatorId: UserId;
  readonly operatorName: string;
  readonly since: Date;
  /** Null while it goes on. */
  readonly until: Date | null;
  readonly transfer: {
    readonly toName: string | null;
    readonly isTaken: boolean;
    readonly note: string | null;
  } | null;
}

interface Served {
  readonly operatorId: UserId | null;
  readonly operatorName: string | null;
  readonly acceptedAt: Date | null;
  readonly endedAt: Date | null;
}

interface HandOver {
  readonly fromOperatorId: UserId;
  readonly fromOperatorName: string;
  readonly servedSince: Date;
  readonly toName: string | null;
  readonly isTaken: boolean;
  readonly note: string | null;
  readonly leftAt: Date | null;
  readonly closedAt: Date | null;
  readonly outcome: "taken_over" | "taken_back" | "ended" | null;
}

/** Who served a session when, in order. A hand-over that its operator took back, or that ended with the session, is no turn. */
export function turnsOf(
  request: Served,
  transfers: readonly HandOver[],
): readonly Turn[] {
  const passedOn = transfers.filter(
    ({ fromOperatorId, leftAt, outcome }) =>
      leftAt !== null &&
      (outcome !== "ended" || fromOperatorId !== request.operatorId),
  );
  const turns: Turn[] = passedOn.map(
    ({
      fromOperatorId: operatorId,
      fromOperatorName: operatorName,
      servedSince: since,
      leftAt: until,
      toName,
      isTaken,
      note,
    }) => ({
      ...{ operatorId, operatorName, since, until },
      transfer: { toName, isTaken, note },
    }),
  );
  const { operatorId, operatorName, acceptedAt, endedAt } = request;
  if (operatorId === null || operatorName === null || acceptedAt === null)
    return turns;
  const since =
    passedOn.findLast(({ outcome }) => outcome === "taken_over")?.closedAt ??
    acceptedAt;
  return [
    ...turns,
    { operatorId, operatorName, since, until: endedAt, transfer: null },
  ];
}

import { isTimeZone, type UserId, type WorkingHours } from "@veche/contracts";

interface Issue {
  readonly path: string;
  readonly message: string;
}

interface Card {
  readonly managerId?: UserId | null;
  readonly timeZone?: string | null;
  readonly workingHours?: WorkingHours | null;
}

/** What a card cannot hold, whoever writes it. */
export function cardIssues(
  userId: UserId,
  { managerId, timeZone, workingHours }: Card,
): readonly Issue[] {
  return [
    ...(managerId === userId
      ? [{ path: "/managerId", message: "must be somebody else" }]
      : []),
    ...(timeZone && !isTimeZone(timeZone)
      ? [{ path: "/timeZone", message: "is not a known time zone" }]
      : []),
    ...(workingHours ?? []).flatMap(({ from, to }, at) =>
      from < to
        ? []
        : [{ path: `/workingHours/${at}/to`, message: "must be after from" }],
    ),
  ];
}

import type { ConferencePlan, UserId } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import { oneLine } from "../../../platform/one-line.ts";
import type { ConferencePowers } from "../conference-powers.ts";
import { judgeSchedule } from "../domain/judge-schedule.ts";
import { overAt } from "../domain/occurrences.ts";
import type { StoredConference } from "../store/conferences.ts";

export type Plan = Pick<
  StoredConference,
  | "title"
  | "about"
  | "schedule"
  | "overAt"
  | "hasLobby"
  | "presenters"
  | "isRecorded"
>;

/** A plan as it is kept. Refuses `request.invalid` with what is wrong where. */
export function judgePlan(plan: ConferencePlan, at: string): Plan {
  const { title, about, schedule, hasLobby, presenters, isRecorded } = plan;
  const line = oneLine(title);
  const issues = [
    ...(line === "" ? [{ path: "/title", message: "must not be blank" }] : []),
    ...(schedule === null ? [] : judgeSchedule(schedule)).map(
      ({ path, message }) => ({ path: `/schedule${path}`, message }),
    ),
  ];
  if (issues.length > 0)
    throw new AppError("request.invalid", {
      issues: issues.map(({ path, message }) => ({
        path: `${at}${path}`,
        message,
      })),
    });
  const said = about?.toWellFormed().normalize("NFC").trim() ?? "";
  return {
    title: line,
    about: said === "" ? null : said,
    schedule,
    overAt: (schedule && overAt(schedule)) ?? null,
    ...{ hasLobby, presenters, isRecorded },
  };
}

/** Everybody outside once; an address is the same in capitals. */
export const judgeOutside = ({
  outside,
}: Pick<ConferencePlan, "outside">): readonly string[] => [
  ...new Set(outside.map((email) => email.trim().toLowerCase())),
];

/** The hash to be kept; undefined: the one that is there. */
export const hashOf = async (
  { passwords }: Pick<ConferencePowers, "passwords">,
  { password }: Pick<ConferencePlan, "password">,
): Promise<string | null | undefined> =>
  typeof password === "string" ? passwords.make(password) : password;

export interface Invited {
  readonly userId: UserId;
  readonly name: string;
  readonly isOrganiser: boolean;
}

/**
 * Everybody invited once, `creator` among them as an organiser (nobody's when they have left the company). Who is `known` already stays though they
 * are disabled. Refuses `request.not_found` for anybody else unknown or disabled.
 */
export async function judgeInvitees(
  { users }: Pick<ConferencePowers, "users">,
  { invitees }: Pick<ConferencePlan, "invitees">,
  {
    creator,
    known,
  }: { creator: UserId | undefined; known: ReadonlySet<UserId> },
): Promise<readonly Invited[]> {
  const roles = new Map<UserId, boolean>();
  for (const { userId, isOrganiser } of invitees)
    roles.set(userId, isOrganiser || roles.get(userId) === true);
  if (creator !== undefined) roles.set(creator, true);
  const ids = [...roles.keys()].sort();
  const found = new Map((await users.many(ids)).map((one) => [one.id, one]));
  return ids.map((userId) => {
    const user = found.get(userId);
    const mayStand =
      user !== undefined && (user.disabledAt === null || known.has(userId));
    if (!mayStand) throw new AppError("request.not_found");
    return {
      userId,
      name: user.name,
      isOrganiser: roles.get(userId) === true,
    };
  });
}

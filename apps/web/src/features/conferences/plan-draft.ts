import {
  weekdays,
  type Conference,
  type ConferencePlan,
  type ConferenceRepeat,
  type UserId,
  type Weekday,
} from "@veche/contracts";
import { ownZone } from "./zoned-time.ts";

export const repeatKinds = ["none", "day", "week", "month"] as const;
type RepeatKind = (typeof repeatKinds)[number];
export const repeatEnds = ["never", "until", "count"] as const;
type RepeatEnd = (typeof repeatEnds)[number];

interface DraftPerson {
  readonly userId: UserId;
  readonly name: string;
  readonly isOrganiser: boolean;
}

/** A conference as its form holds it. */
export interface PlanDraft {
  readonly title: string;
  readonly about: string;
  readonly isRoom: boolean;
  /** `2026-11-21`. */
  readonly date: string;
  /** `10:00`. */
  readonly time: string;
  readonly durationMinutes: number;
  readonly timeZone: string;
  readonly repeat: RepeatKind;
  readonly interval: number;
  readonly weekdays: readonly Weekday[];
  readonly end: RepeatEnd;
  readonly until: string;
  readonly count: number;
  readonly people: readonly DraftPerson[];
  /** E-mail addresses of people outside the company. */
  readonly outside: readonly string[];
  readonly entry: Pick<
    ConferencePlan,
    "hasLobby" | "presenters" | "isRecorded"
  >;
  /** Whether guests are asked for a password. */
  readonly hasPassword: boolean;
  /** Whether there is one already. */
  readonly hadPassword: boolean;
  /** A new one; empty: the one that is there. */
  readonly password: string;
}

/** `wall` is when it would begin, on the clock here. */
export function newDraft(wall: string, durationMinutes: number): PlanDraft {
  const [date = "", time = ""] = wall.split("T");
  return {
    ...{ title: "", about: "", isRoom: false, date, time, durationMinutes },
    ...{ timeZone: ownZone(), repeat: "none", interval: 1, weekdays: [] },
    ...{ end: "never", until: "", count: 10, people: [], outside: [] },
    entry: { hasLobby: false, presenters: "everybody", isRecorded: false },
    ...{ hasPassword: false, hadPassword: false, password: "" },
  };
}

export function draftOf(conference: Conference, wall: string): PlanDraft {
  const { title, about, schedule, invitees, createdBy } = conference;
  const { hasLobby, presenters, isRecorded, hasPassword, outside } = conference;
  const empty = newDraft(schedule?.startsAtLocal ?? wall, 60);
  const repeat = schedule?.repeat ?? null;
  return {
    ...empty,
    title,
    about: about ?? "",
    isRoom: schedule === null,
    durationMinutes: schedule?.durationMinutes ?? empty.durationMinutes,
    timeZone: schedule?.timeZone ?? empty.timeZone,
    ...(repeat !== null && {
      repeat: repeat.every,
      interval: repeat.interval,
      weekdays: repeat.weekdays,
      end: endOf(repeat),
      until: repeat.until ?? "",
      count: repeat.count ?? empty.count,
    }),
    entry: { hasLobby, presenters, isRecorded },
    ...{ hasPassword, hadPassword: hasPassword },
    outside: outside.map(({ email }) => email),
    people: invitees
      .filter(({ userId }) => userId !== createdBy)
      .map(({ userId, name, isOrganiser }) => ({ userId, name, isOrganiser })),
  };
}

const endOf = ({ until, count }: ConferenceRepeat): RepeatEnd => {
  if (until !== null) return "until";
  return count === null ? "never" : "count";
};

/** The weekday of a date, whatever the clock here says. */
export const weekdayOf = (date: string): Weekday | undefined =>
  weekdays[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7];

export type PlanProblem =
  "password" | "title" | "start" | "duration" | "until" | "count";

/** What is to be put right before it is sent. */
export function problemsOf(
  draft: PlanDraft,
): Partial<Record<PlanProblem, true>> {
  const { title, isRoom, date, time, durationMinutes, end, until } = draft;
  const { hasPassword, hadPassword, password } = draft;
  const isKept = hadPassword && password === "";
  const isWithout = {
    title: title.trim() === "",
    password: hasPassword && !isKept && password.length < 4,
  };
  const isRepeating = draft.repeat !== "none";
  return Object.fromEntries(
    Object.entries({
      ...isWithout,
      ...(!isRoom && {
        start: date === "" || time === "",
        duration: !(durationMinutes >= 5 && durationMinutes <= 1440),
        until: isRepeating && end === "until" && !(until >= date),
        count:
          isRepeating &&
          end === "count" &&
          !(draft.count >= 2 && draft.count <= 1000),
      }),
    }).filter(([, isWrong]) => isWrong),
  );
}

export function planOf(draft: PlanDraft): ConferencePlan {
  const { date, time, durationMinutes, timeZone } = draft;
  return {
    title: draft.title.trim(),
    about: draft.about.trim() === "" ? null : draft.about.trim(),
    schedule: draft.isRoom
      ? null
      : {
          startsAtLocal: `${date}T${time}`,
          ...{ timeZone, durationMinutes },
          repeat: repeatOf(draft),
        },
    invitees: draft.people.map(({ userId, isOrganiser }) => ({
      userId,
      isOrganiser,
    })),
    outside: [...draft.outside],
    ...draft.entry,
    ...passwordOf(draft),
  };
}

/** Nothing is said of one that stays. */
const passwordOf = ({
  hasPassword,
  password,
}: PlanDraft): Pick<ConferencePlan, "password"> => {
  if (!hasPassword) return { password: null };
  return password === "" ? {} : { password };
};

function repeatOf(draft: PlanDraft): ConferenceRepeat | null {
  const { repeat, interval, end, until, count, date } = draft;
  if (repeat === "none") return null;
  const own = weekdayOf(date);
  return {
    every: repeat,
    interval,
    weekdays:
      repeat === "week"
        ? weekdays.filter((day) => day === own || draft.weekdays.includes(day))
        : [],
    until: end === "until" ? until : null,
    count: end === "count" ? count : null,
  };
}

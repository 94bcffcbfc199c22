import { Type, type Static } from "typebox";
import {
  operatorStates,
  RequestKindSchema,
  SessionHelp,
} from "./contact-centre.ts";
import { QueueIdSchema, RequestIdSchema, UserIdSchema } from "./ids.ts";
import { closed, DisplayName, Instant, nullable, oneOf } from "./shapes.ts";

const Count = Type.Integer({ minimum: 0 });
const Milliseconds = Type.Number({ minimum: 0 });
/** Between 0 and 1; null where it would be a share of nothing. */
const Share = nullable(Type.Number({ minimum: 0, maximum: 1 }));

/** A session going on, as whoever may step into it has to know it. */
export const LiveSession = closed({
  requestId: RequestIdSchema,
  kind: RequestKindSchema,
  /** Since when the call is on hold; null while it is not. */
  heldAt: nullable(Instant),
  /** Its operator asks for help; null: they do not. */
  help: nullable(SessionHelp),
});
export type LiveSession = Static<typeof LiveSession>;

/** An operator as the live board shows them. */
export const LiveOperator = closed({
  operatorId: UserIdSchema,
  name: DisplayName,
  state: oneOf(operatorStates),
  breakReason: nullable(Type.String({ maxLength: 60 })),
  since: Instant,
  /** Whom they serve, are rung for or write down; null: nobody. */
  customerName: nullable(DisplayName),
  /** The session they serve now; null: none. */
  session: nullable(LiveSession),
  /** Sessions of today that they took part in. */
  servedCount: Count,
});
export type LiveOperator = Static<typeof LiveOperator>;

/** The contact centre in this instant. */
export const LiveNow = closed({
  /** Customers in the queue whom nobody serves, those of `ringingCount` included. */
  waitingCount: Count,
  /** Since when the one waits who waits the longest. */
  waitingSince: nullable(Instant),
  /** Those of them for whom an operator is rung. */
  ringingCount: Count,
  /** Sessions going on, by sound or picture, and in writing. */
  callCount: Count,
  chatCount: Count,
  /** Whoever is not offline, and whoever is but served somebody today. */
  operators: Type.Array(LiveOperator),
  /** The other operators. */
  restCount: Count,
});
export type LiveNow = Static<typeof LiveNow>;

/**
 * What customers asked for since midnight and what became of it. `offered` is `answered`, `abandoned` and `stillWaiting` together;
 * calls that operators made are no part of it.
 */
export const DayFigures = closed({
  offered: Count,
  /** An operator took them, be they handed on later. */
  answered: Count,
  /** They ended before an operator took them. */
  abandoned: Count,
  stillWaiting: Count,
  /** Those of `answered` that waited no longer than the threshold. */
  answeredInTime: Count,
  /** Answered and over, the wrap-up too. */
  handled: Count,
  /** `abandoned / offered` */
  abandonedShare: Share,
  /** `answeredInTime / answered` */
  serviceLevel: Share,
  /** ASA: what the answered waited, by `answered`. */
  meanWaitMs: nullable(Milliseconds),
  /** AHT: sessions and wrap-ups of the handled, by `handled`. */
  meanHandleMs: nullable(Milliseconds),
  /** The part of `meanHandleMs` that is wrap-up. */
  meanWrapUpMs: nullable(Milliseconds),
});
export type DayFigures = Static<typeof DayFigures>;

/** Requests by the hour they came in. */
export const LiveHour = closed({
  startsAt: Instant,
  offered: Count,
  answered: Count,
  abandoned: Count,
});
export type LiveHour = Static<typeof LiveHour>;

/** What customers said of the people in the sessions that ended today. */
export const PeopleScore = closed({
  count: Count,
  /** From 1 to 5; null when nobody said anything. */
  mean: nullable(Type.Number({ minimum: 1, maximum: 5 })),
});
export type PeopleScore = Static<typeof PeopleScore>;

/** One queue in this instant and since midnight. */
export const LiveQueue = closed({
  queueId: QueueIdSchema,
  name: DisplayName,
  /** Customers in it whom nobody serves, those of `ringingCount` included. */
  waitingCount: Count,
  /** Since when the one waits who waits the longest. */
  waitingSince: nullable(Instant),
  ringingCount: Count,
  /** Its operators who could be rung now. */
  availableCount: Count,
  /** Of the requests that stand in it now: one that was handed to another queue counts there. */
  figures: DayFigures,
});
export type LiveQueue = Static<typeof LiveQueue>;

/** The supervisor's live board: all of one instant. */
export const LiveBoard = closed({
  at: Instant,
  now: LiveNow,
  /** By name; of the archived only those in which somebody waits or asked today. */
  queues: Type.Array(LiveQueue),
  today: closed({
    /** Midnight in the server's time zone. */
    since: Instant,
    /** An IANA name. */
    timeZone: Type.String(),
    /** The threshold that the figures were asked for with. */
    withinSeconds: Count,
    figures: DayFigures,
    score: PeopleScore,
    /** From midnight to the hour going on, without a gap. */
    hours: Type.Array(LiveHour),
  }),
});
export type LiveBoard = Static<typeof LiveBoard>;

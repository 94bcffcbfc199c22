import type {
  Call,
  CallEndReason,
  CallId,
  CallSeat,
  Caption,
  ConversationId,
  EarlyAnswer,
  JoinId,
  LobbyState,
  MediaState,
  PrincipalId,
  QualityLevel,
  RequestId,
  SupervisionMode,
  UserId,
} from "@veche/contracts";
import type { LentUnit } from "../../platform/db/statements.ts";
import type { Route } from "../../platform/http/route.ts";
import type {
  CommandContext,
  CommandHandlers,
} from "../../platform/realtime/command.ts";
import type {
  ConnectionClosedListener,
  SnapshotSource,
} from "../../platform/realtime/hub.ts";
import type { Party } from "./domain/new-seat.ts";
import type { RequestCall } from "./use-cases/serve-request.ts";
import type { HandOver } from "./use-cases/hand-over.ts";
import type { Supervisor } from "./use-cases/supervise-call.ts";
import type { Knocker } from "./use-cases/wait-in-lobby.ts";
import type { StandingCalls } from "./store/standing-calls.ts";
import type { eraseName } from "./use-cases/erase-name.ts";

/** Whoever takes a seat by a command: their socket, and the life of their peer connection. */
interface Joiner {
  readonly context: CommandContext;
  readonly joinId: JoinId;
  readonly mediaState: MediaState;
}

/** How a call ended, for the session it served. */
export interface CallOutcome {
  readonly id: CallId;
  readonly requestId: RequestId | null;
  readonly reason: CallEndReason;
  readonly lostSide: "operator" | "customer" | null;
  /** Did the called side ever answer? */
  readonly wasAnswered: boolean;
}

/** Calls and their seats. Methods that take a `unit` join the caller's transaction. */
export interface Calls extends AsyncDisposable {
  readonly commands: CommandHandlers;
  readonly routes: readonly Route[];
  /** The call one is in, ringing or held. */
  readonly snapshot: SnapshotSource;
  readonly onConnectionClosed: ConnectionClosedListener;
  /** To be called before the first socket is let in: holds the seats of a process that died. */
  start(): Promise<void>;
  /** The doors of calls, for those who come by another way than membership. */
  readonly lobby: {
    /**
     * Somebody stands before the door of a conversation's call and waits, also while nobody has begun it; how it stands
     * with them. Whether they may stand there is the asker's to judge. `admitted`: `call.join` takes them, member or
     * not; another word comes to their own sockets as `lobby.changed`.
     */
    knock(knocker: Knocker): Promise<LobbyState>;
    /** They wait no longer. */
    leave(
      conversationId: ConversationId,
      principalId: PrincipalId,
    ): Promise<void>;
  };
  /** Puts another name where a person stood in calls. How many places. */
  readonly eraseName: typeof eraseName;
  /** What goes on in calls now, on all nodes. */
  countStanding(): Promise<StandingCalls>;
  /** Settles when everything that is due has been done; for tests. */
  quiet(): Promise<void>;
  /** The call of a customer in the queue, with the customer's seat expected from their socket. */
  startForRequest(
    unit: LentUnit,
    request: RequestCall & { readonly context: CommandContext },
  ): Promise<CallId>;
  /** An operator calls a customer; unanswered in time it ends by itself. */
  ringCustomer(
    unit: LentUnit,
    request: RequestCall & {
      readonly joiner: Joiner;
      readonly customer: Party;
    },
  ): Promise<Call>;
  /**
   * Seats whoever accepted the request, and says their early answer; makes the call active. `insteadOf` goes with the
   * same step.
   */
  addParticipant(
    unit: LentUnit,
    callId: CallId,
    joiner: Joiner & {
      readonly answer?: EarlyAnswer | undefined;
      readonly insteadOf?: PrincipalId | null;
    },
  ): Promise<Call>;
  /**
   * A supervisor takes part in the call of a session beside its two, or in another way than before; how before. Refuses
   * what `superviseCall` refuses.
   */
  supervise(
    unit: LentUnit,
    callId: CallId,
    joiner: Joiner & Pick<Supervisor, "mode" | "isTold">,
  ): Promise<SupervisionMode | null>;
  /**
   * The session is being handed over: an operator who goes does not end its call, until it is `no_longer`. Refuses
   * `contact_centre.not_transferable` while nobody has answered it. Tells `call.operator_left`.
   */
  awaitOperator(unit: LentUnit, wish: HandOver): Promise<void>;
  /** Somebody leaves the call of a session, and it goes on. */
  letGo(
    unit: LentUnit,
    leaving: { readonly callId: CallId; readonly principalId: PrincipalId },
  ): Promise<void>;
  /** Ends the conversation's open call, if there is one. */
  endOpenCall(
    unit: LentUnit,
    ending: {
      readonly conversationId: ConversationId;
      readonly reason: CallEndReason;
      readonly actorId: PrincipalId | null;
    },
  ): Promise<void>;
  /** The answer to whoever sits in this call by this `joinId`; undefined when they sit by another or not at all. */
  seatOf(
    callId: CallId,
    principalId: PrincipalId,
    joinId: JoinId,
  ): Promise<CallSeat | undefined>;
  /** A seat in a call just made or joined. */
  seatIn(call: Call, principalId: PrincipalId): CallSeat;
  /** Tells somebody it rings for what the caller has made ready, if anything. */
  passEarlyOffer(callId: CallId, to: PrincipalId): void;
  /** Of those that have ended. */
  outcomesOf(callIds: readonly CallId[]): Promise<readonly CallOutcome[]>;
  /** As it was committed last. */
  find(callId: CallId): Promise<Call | undefined>;
  /** Media of a call that goes on take the way through the media server from now on. Refuses `request.not_found`. */
  moveToServer(
    unit: LentUnit,
    move: { readonly callId: CallId; readonly actorId: PrincipalId },
  ): Promise<void>;
  callsOfRequest(requestId: RequestId): Promise<readonly Call[]>;
  /** The worst level that lasted ten seconds or more on either side, in the calls of each request. */
  qualityOf(
    requestIds: readonly RequestId[],
  ): Promise<ReadonlyMap<RequestId, QualityLevel>>;
  /** Whether it rings for somebody now. */
  isRung(callId: CallId, userId: UserId): Promise<boolean>;
  /**
   * Shows what somebody says in the conversation's call as words, to everybody in it; nothing of it is kept. Refuses
   * `request.conflict` where they are in no call there.
   */
  captionFor(spoken: {
    readonly conversationId: ConversationId;
    readonly principalId: PrincipalId;
    readonly caption: Caption;
  }): Promise<void>;
  /** Staff who are in a call of any kind: nobody may ring them. */
  usersInCalls(): Promise<ReadonlySet<UserId>>;
}

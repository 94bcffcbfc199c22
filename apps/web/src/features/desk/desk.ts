import type {
  CallMedia,
  CallSeat,
  ClientId,
  CommandParams,
  CustomerId,
  EarlyAnswer,
  JoinId,
  LiveSession,
  MediaState,
  OfferId,
  RequestableState,
  RequestId,
  ServiceRequest,
  UserId,
  WrapUp,
} from "@veche/contracts";
import {
  CommandError,
  createStore,
  type Powers,
  type Readable,
  type RealtimeClient,
} from "@veche/realtime-client";
import {
  afterAccepted,
  afterOfferCleared,
  afterRequest,
  afterStatus,
  afterSummarySeen,
  emptyDesk,
  type DeskState,
} from "./desk-model.ts";
import { followNotices, type DeskChange } from "./follow-notices.ts";

/** A place in a call taken together with a request: prepared before the command, then entered or given up. */
interface PreparedCall {
  readonly joinId: JoinId;
  readonly mediaState: MediaState;
  readonly answer: EarlyAnswer | undefined;
  readonly enter: (seat: CallSeat) => void;
  readonly giveUp: () => void;
}

/** What the operator wrote down, and whether that ends the wrap-up. */
type WrapUpWords = Omit<CommandParams<"wrap_up.save">, "requestId">;

export interface DeskDeps {
  readonly realtime: Pick<RealtimeClient, "on" | "send">;
  readonly powers: Pick<Powers, "newId">;
  readonly operatorId: UserId;
  readonly prepareCall: (media: CallMedia) => PreparedCall;
}

/** The operator's desk: follows the server's notices, and carries the operator's words to it. */
export interface Desk {
  readonly state: Readable<DeskState>;
  readonly setState: (
    state: RequestableState,
    breakReason: string | null,
  ) => Promise<void>;
  /** Takes the ring and, for a call, the seat. Rejects with the command's code; a ring that is gone is cleared first. */
  readonly accept: () => Promise<void>;
  readonly decline: (offerId: OfferId) => Promise<void>;
  readonly endSession: () => Promise<void>;
  /** Hands the session to somebody else, or to a queue; until it is taken over it stays here. */
  readonly transfer: (to: TransferTo, note: string | null) => Promise<void>;
  /** Keeps it on second thought. */
  readonly takeBack: () => Promise<void>;
  /** Does not wait until somebody takes it over. */
  readonly leaveSession: () => Promise<void>;
  /** Becomes the operator of somebody else's session (B15). */
  readonly takeOver: (
    session: Pick<LiveSession, "requestId" | "kind">,
  ) => Promise<void>;
  /** Puts the call on hold: neither side sends the other anything, and the customer is told. */
  readonly hold: () => Promise<void>;
  readonly resume: () => Promise<void>;
  /** Asks supervisors for help; asked again, other words. */
  readonly askHelp: (words: string | null) => Promise<void>;
  readonly withdrawHelp: () => Promise<void>;
  /** Rings a customer who is on the site (B14). */
  readonly callCustomer: (
    customerId: CustomerId,
    media: CallMedia,
  ) => Promise<void>;
  /** What the last session came to; `isDone` ends the wrap-up with it. */
  readonly saveWrapUp: (
    requestId: RequestId,
    words: WrapUpWords,
  ) => Promise<WrapUp>;
  /** Gives the wrap-up more time. */
  readonly extendWrapUp: (
    requestId: RequestId,
    shownUntil: string,
  ) => Promise<void>;
  readonly dismissSummary: () => void;
  readonly dismissMissed: () => void;
  readonly close: () => void;
}

export type TransferTo = CommandParams<"request.transfer">["to"];

const noMedia: MediaState = { microphone: false, camera: false, screen: false };

const isGone = (failure: unknown): boolean =>
  failure instanceof CommandError &&
  failure.code === "contact_centre.offer_gone";

class OperatorDesk implements Desk {
  readonly state = createStore<DeskState>(emptyDesk);
  readonly close: () => void;
  readonly #deps: DeskDeps;
  #isAccepting = false;

  constructor(deps: DeskDeps) {
    this.#deps = deps;
    this.close = followNotices({
      realtime: deps.realtime,
      operatorId: deps.operatorId,
      change: this.#change,
      isAccepting: () => this.#isAccepting,
    });
  }

  readonly setState = async (
    wanted: RequestableState,
    breakReason: string | null,
  ): Promise<void> => {
    const { realtime } = this.#deps;
    const params = { state: wanted, breakReason };
    const status = await realtime.send("operator.set_state", params);
    this.#change((present) => afterStatus(present, status));
  };

  readonly accept = async (): Promise<void> => {
    const { offer } = this.state.get();
    if (offer === null || this.#isAccepting) return;
    this.#isAccepting = true;
    const { kind } = offer.request;
    const call = kind === "chat" ? undefined : this.#deps.prepareCall(kind);
    try {
      const { request, seat } = await this.#deps.realtime.send("offer.accept", {
        offerId: offer.id,
        joinId: call?.joinId ?? this.#deps.powers.newId<JoinId>(),
        media: call?.mediaState ?? noMedia,
        ...(call?.answer === undefined ? {} : { answer: call.answer }),
      });
      this.#change((present) => afterAccepted(present, request));
      if (seat === null) call?.giveUp();
      else call?.enter(seat);
    } catch (failure) {
      call?.giveUp();
      if (isGone(failure))
        this.#change((present) => afterOfferCleared(present, offer.id));
      throw failure;
    } finally {
      this.#isAccepting = false;
    }
  };

  readonly decline = async (offerId: OfferId): Promise<void> => {
    this.#change((present) => afterOfferCleared(present, offerId));
    await this.#deps.realtime.send("offer.decline", { offerId });
  };

  readonly endSession = async (): Promise<void> => {
    const { session } = this.state.get();
    if (session === null) return;
    await this.#deps.realtime.send("request.end", { requestId: session.id });
  };

  readonly transfer = (to: TransferTo, note: string | null): Promise<void> =>
    this.#about((requestId) =>
      this.#deps.realtime.send("request.transfer", { requestId, to, note }),
    );

  readonly takeBack = (): Promise<void> =>
    this.#about((requestId) =>
      this.#deps.realtime.send("request.take_back", { requestId }),
    );

  readonly hold = (): Promise<void> =>
    this.#about((requestId) =>
      this.#deps.realtime.send("request.hold", { requestId }),
    );

  readonly resume = (): Promise<void> =>
    this.#about((requestId) =>
      this.#deps.realtime.send("request.resume", { requestId }),
    );

  readonly askHelp = (words: string | null): Promise<void> =>
    this.#about((requestId) =>
      this.#deps.realtime.send("request.ask_help", { requestId, words }),
    );

  readonly withdrawHelp = (): Promise<void> =>
    this.#about((requestId) =>
      this.#deps.realtime.send("request.withdraw_help", { requestId }),
    );

  readonly leaveSession = async (): Promise<void> => {
    const { session } = this.state.get();
    if (session === null) return;
    await this.#deps.realtime.send("request.leave", { requestId: session.id });
  };

  readonly takeOver = async ({
    requestId,
    kind,
  }: Pick<LiveSession, "requestId" | "kind">): Promise<void> => {
    const { realtime, powers, prepareCall } = this.#deps;
    const call = kind === "chat" ? undefined : prepareCall(kind);
    try {
      const { request, seat } = await realtime.send("request.take_over", {
        requestId,
        joinId: call?.joinId ?? powers.newId<JoinId>(),
        media: call?.mediaState ?? noMedia,
      });
      this.#change((present) => afterAccepted(present, request));
      if (seat === null) call?.giveUp();
      else call?.enter(seat);
    } catch (failure) {
      call?.giveUp();
      throw failure;
    }
  };

  readonly callCustomer = async (
    customerId: CustomerId,
    media: CallMedia,
  ): Promise<void> => {
    const { realtime, powers, prepareCall } = this.#deps;
    const call = prepareCall(media);
    try {
      const { request, seat } = await realtime.send("customer.call", {
        clientId: powers.newId<ClientId>(),
        customerId,
        media,
        joinId: call.joinId,
        mediaState: call.mediaState,
      });
      this.#change((present) => afterAccepted(present, request));
      call.enter(seat);
    } catch (failure) {
      call.giveUp();
      throw failure;
    }
  };

  readonly saveWrapUp = (
    requestId: RequestId,
    words: WrapUpWords,
  ): Promise<WrapUp> =>
    this.#deps.realtime.send("wrap_up.save", { requestId, ...words });

  readonly extendWrapUp = async (
    requestId: RequestId,
    shownUntil: string,
  ): Promise<void> => {
    const { realtime } = this.#deps;
    const params = { requestId, shownUntil };
    const status = await realtime.send("wrap_up.extend", params);
    this.#change((present) => afterStatus(present, status));
  };

  readonly dismissSummary = (): void => this.#change(afterSummarySeen);

  readonly dismissMissed = (): void =>
    this.#change((present) => ({ ...present, missed: null }));

  /** A word about the present session, and what it became by it; without a session nothing is said. */
  async #about(
    say: (requestId: RequestId) => Promise<ServiceRequest>,
  ): Promise<void> {
    const { session } = this.state.get();
    if (session === null) return;
    const request = await say(session.id);
    this.#change((present) =>
      afterRequest(present, request, this.#deps.operatorId),
    );
  }

  readonly #change: DeskChange = (how) => this.state.set(how(this.state.get()));
}

export const createDesk = (deps: DeskDeps): Desk => new OperatorDesk(deps);

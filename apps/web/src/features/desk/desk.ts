import type {
  CallMedia,
  CallSeat,
  ClientId,
  CustomerId,
  JoinId,
  MediaState,
  OfferId,
  RequestableState,
  UserId,
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
  afterOffer,
  afterOfferClosed,
  afterRequest,
  afterSnapshot,
  afterSummarySeen,
  emptyDesk,
  type DeskState,
} from "./desk-model.ts";

/** A place in a call taken together with a request: prepared before the command, then entered or given up. */
export interface PreparedCall {
  readonly joinId: JoinId;
  readonly mediaState: MediaState;
  readonly enter: (seat: CallSeat) => void;
  readonly giveUp: () => void;
}

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
  /** Rings a customer who is on the site (B14). */
  readonly callCustomer: (
    customerId: CustomerId,
    media: CallMedia,
  ) => Promise<void>;
  readonly dismissSummary: () => void;
  readonly dismissMissed: () => void;
  readonly close: () => void;
}

type Change = (how: (present: DeskState) => DeskState) => void;

function follow(
  { realtime, operatorId }: DeskDeps,
  change: Change,
  isAccepting: () => boolean,
): () => void {
  const leaving = [
    realtime.on("desk.snapshot", ({ desk }) =>
      change((state) => afterSnapshot(state, desk)),
    ),
    realtime.on("board.changed", ({ board }) =>
      change((state) => ({ ...state, board })),
    ),
    realtime.on("operator.changed", ({ status }) => {
      if (status.operatorId === operatorId)
        change((state) => ({ ...state, status }));
    }),
    realtime.on("offer.made", ({ offer }) =>
      change((state) => afterOffer(state, offer)),
    ),
    realtime.on("offer.closed", ({ offerId, outcome }) => {
      // Our own acceptance is answered by its ack; the notice may run ahead of it.
      if (outcome !== "accepted" || !isAccepting())
        change((state) => afterOfferClosed(state, offerId, outcome));
    }),
    realtime.on("request.changed", ({ request }) =>
      change((state) => afterRequest(state, request, operatorId)),
    ),
  ];
  return () => {
    for (const leave of leaving) leave();
  };
}

const noMedia: MediaState = { microphone: false, camera: false, screen: false };

export function createDesk(deps: DeskDeps): Desk {
  const { realtime, powers, prepareCall } = deps;
  const state = createStore<DeskState>(emptyDesk);
  const change: Change = (how) => state.set(how(state.get()));
  let isAccepting = false;
  const close = follow(deps, change, () => isAccepting);

  const accept = async (): Promise<void> => {
    const { offer } = state.get();
    if (offer === null || isAccepting) return;
    isAccepting = true;
    const { kind } = offer.request;
    const call = kind === "chat" ? undefined : prepareCall(kind);
    try {
      const { request, seat } = await realtime.send("offer.accept", {
        offerId: offer.id,
        joinId: call?.joinId ?? powers.newId<JoinId>(),
        media: call?.mediaState ?? noMedia,
      });
      change((present) => afterAccepted(present, request));
      if (seat === null) call?.giveUp();
      else call?.enter(seat);
    } catch (failure) {
      call?.giveUp();
      const isGone =
        failure instanceof CommandError &&
        failure.code === "contact_centre.offer_gone";
      if (isGone)
        change((present) =>
          present.offer?.id === offer.id
            ? { ...present, offer: null }
            : present,
        );
      throw failure;
    } finally {
      isAccepting = false;
    }
  };

  return {
    state,
    accept,
    close,
    setState: async (wanted, breakReason) => {
      const status = await realtime.send("operator.set_state", {
        state: wanted,
        breakReason,
      });
      change((present) => ({
        ...present,
        status,
        missed: wanted === "available" ? null : present.missed,
      }));
    },
    decline: async (offerId) => {
      change((present) =>
        present.offer?.id === offerId ? { ...present, offer: null } : present,
      );
      await realtime.send("offer.decline", { offerId });
    },
    endSession: async () => {
      const { session } = state.get();
      if (session !== null)
        await realtime.send("request.end", { requestId: session.id });
    },
    callCustomer: async (customerId, media) => {
      const call = prepareCall(media);
      try {
        const { request, seat } = await realtime.send("customer.call", {
          clientId: powers.newId<ClientId>(),
          customerId,
          media,
          joinId: call.joinId,
          mediaState: call.mediaState,
        });
        change((present) => afterAccepted(present, request));
        call.enter(seat);
      } catch (failure) {
        call.giveUp();
        throw failure;
      }
    },
    dismissSummary: () =>
      change((present) =>
        present.summary === null
          ? present
          : afterSummarySeen(present, present.summary.id),
      ),
    dismissMissed: () => change((present) => ({ ...present, missed: null })),
  };
}

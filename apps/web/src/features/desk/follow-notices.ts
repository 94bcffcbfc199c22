import type { UserId } from "@veche/contracts";
import type { RealtimeClient } from "@veche/realtime-client";
import {
  afterOffer,
  afterOfferClosed,
  afterRequest,
  afterSnapshot,
  type DeskState,
} from "./desk-model.ts";

export type DeskChange = (how: (present: DeskState) => DeskState) => void;

export interface NoticesDeps {
  readonly realtime: Pick<RealtimeClient, "on">;
  readonly operatorId: UserId;
  readonly change: DeskChange;
  /** While my own acceptance is on its way its ack tells the outcome; the notice may run ahead of it. */
  readonly isAccepting: () => boolean;
}

/** Carries the server's notices into the desk's state; answers with the end of it. */
export function followNotices({
  realtime,
  operatorId,
  change,
  isAccepting,
}: NoticesDeps): () => void {
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

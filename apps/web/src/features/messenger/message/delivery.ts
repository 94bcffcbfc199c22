import type { OutboxState, Reached } from "@veche/realtime-client";
import type { Delivery } from "../../../platform/timeline/delivery.ts";

/** Of one that stands in the log: the furthest anybody else has come. */
export function deliveryOf(seq: number, reached: Reached): Delivery {
  if (reached.readTo >= seq) return { kind: "read" };
  return { kind: reached.deliveredTo >= seq ? "delivered" : "sent" };
}

/** Of one on its way. */
export const unsentDelivery = (state: OutboxState): Delivery =>
  state.kind === "refused"
    ? state
    : { kind: state.kind === "sent" ? "sent" : "waiting" };

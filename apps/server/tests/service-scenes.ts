import type { QueueHours, QueueId, RequestId } from "@veche/contracts";
import {
  allOn,
  newClientId,
  newJoinId,
  type ServiceWorld,
  type Window,
} from "./contact-centre.ts";

/** The worlds of tests begin on a Monday at 09:00 in London. */
export const afternoonHours: QueueHours = {
  timeZone: "Europe/London",
  week: [{ day: 1, from: "12:00", to: "18:00" }],
  holidays: ["2026-03-09"],
};

/** The customer asks to be served. */
export const ask = (
  customer: Window,
  kind: "chat" | "audio" | "video" = "video",
  clientId = newClientId(),
) =>
  customer.send("request.create", {
    clientId,
    kind,
    pageUrl: null,
    pageTitle: null,
  });

/** The same from a page that sends its visitors to this queue. */
export const askIn = (
  queueId: QueueId,
  customer: Window,
  kind: "chat" | "audio" | "video" = "video",
) =>
  customer.send("request.create", {
    ...{ clientId: newClientId(), kind, queueId },
    ...{ pageUrl: null, pageTitle: null },
  });

/** What rings at the operator, or rang last. */
export const ring = (operator: Window) => operator.last("offer.made")?.offer;

/** The same, where something must have rung. */
export function offerTo(operator: Window) {
  const offer = ring(operator);
  if (offer === undefined) throw new Error("nothing rings");
  return offer;
}

export const accept = async (operator: Window, joinId = newJoinId()) =>
  operator.send("offer.accept", {
    offerId: offerTo(operator).id,
    joinId,
    media: allOn,
  });

export const decline = async (operator: Window) =>
  operator.send("offer.decline", { offerId: offerTo(operator).id });

/** The call a window was told of last. */
export function callAt(window: Window) {
  const call = window.last("call.changed")?.call;
  if (call === undefined) throw new Error("there is no call here");
  return call;
}

export interface Session {
  readonly operator: Window;
  readonly customer: Window;
  readonly requestId: RequestId;
  readonly accepted: Awaited<ReturnType<typeof accept>>;
}

/** An operator serves a customer. */
export async function serve(
  world: ServiceWorld,
  kind: "chat" | "video" = "video",
): Promise<Session> {
  const operator = await world.available("Olga");
  const customer = await world.visitor("Carl");
  const { id } = await ask(customer, kind);
  await world.settle();
  const accepted = await accept(operator);
  await world.settle();
  return { operator, customer, requestId: id, accepted };
}

export const stateOf = (operator: Window) =>
  operator.last("operator.changed")?.status.state;

/** The code of a refusal, or "done". */
export const refusal = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => "done",
    (error: unknown) =>
      error instanceof Error && "code" in error ? error.code : error,
  );

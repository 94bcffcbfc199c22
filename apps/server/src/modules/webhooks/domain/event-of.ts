import type { DurableEvent, WebhookEvent } from "@veche/contracts";

/** What a fact is called outside, and what of it is told there; undefined for what is nobody else's business. */
export function eventOf(fact: DurableEvent): WebhookEvent | undefined {
  switch (fact.type) {
    case "request.created": {
      const { requestId, queueId, customerId, kind } = fact;
      const data = { requestId, queueId, customerId, kind };
      return { type: "queue.entered", data };
    }
    case "request.ended": {
      const { requestId, reason } = fact;
      const wasTaken = reason === "completed" || reason === "operator_lost";
      const type = wasTaken ? "request.ended" : "queue.left";
      return { type, data: { requestId, reason } };
    }
    case "offer.made": {
      const { offerId, requestId, operatorId } = fact;
      return {
        type: "offer.created",
        data: { offerId, requestId, operatorId },
      };
    }
    case "offer.closed": {
      const { offerId, requestId, operatorId, outcome } = fact;
      const data = { offerId, requestId, operatorId };
      return { type: `offer.${outcome}`, data };
    }
    case "rating.given": {
      const { type: _, ...data } = fact;
      return { type: "rating.created", data };
    }
    case "recording.started": {
      const { recordingId, callId, conversationId } = fact;
      const data = { recordingId, callId, conversationId };
      return { type: fact.type, data };
    }
    case "conference.changed": {
      const { conferenceId } = fact;
      return { type: fact.type, data: { conferenceId } };
    }
    case "context.opened": {
      const { applicationId, conversationId } = fact;
      const data = { applicationId, conversationId };
      return { type: "object.conversation_created", data };
    }
    default:
      return sameOutside(fact);
  }
}

/** Those that are told as they are. */
function sameOutside(fact: DurableEvent): WebhookEvent | undefined {
  switch (fact.type) {
    case "call.started":
    case "call.ended":
    case "request.accepted":
    case "request.transferred":
    case "rating.changed":
    case "operator.state_changed":
    case "recording.ended":
    case "consent.given":
    case "consent.refused":
    case "consent.withdrawn":
    case "conference.planned":
    case "conference.cancelled": {
      const { type, ...data } = fact;
      // Name and data come from one fact, whose type the compiler does not follow through the rest.
      return { type, data } as WebhookEvent;
    }
    default:
      return undefined;
  }
}

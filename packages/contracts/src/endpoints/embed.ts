import { Type } from "typebox";
import { Conversation } from "../conversations.ts";
import { TimelineEvent } from "../timeline.ts";
import { ClientIdSchema, MessageIdSchema } from "../ids.ts";
import { MessageBody } from "../messages.ts";
import { ObjectCard } from "../objects.ts";
import { Me } from "../realtime.ts";
import { closed, Instant, nullable, Seq } from "../shapes.ts";
import { endpoint } from "./endpoint.ts";

const tag = "Embedded conversation";
const access = { kind: "embedded" } as const;

/** One conversation in a page of a business system: what its frame asks for. */
export const embedEndpoints = {
  /**
   * `token`: a JWT the application signed with its secret (HS256, at most ten minutes long): `iss` its key, `aud`
   * `veche:embed`, `sub` the user as it names them, `object` as `order/42`. The user is let into the conversation.
   * The answer's `embedToken` reaches this one conversation and nothing else.
   */
  openEmbed: endpoint({
    method: "POST",
    path: "/api/v1/embed/sessions",
    tag,
    summary: "Exchange an application's token for one of this conversation",
    access: { kind: "public" },
    body: closed({ token: Type.String({ maxLength: 4000 }) }),
    status: 200,
    response: closed({
      embedToken: Type.String(),
      expiresInMs: Type.Integer({ minimum: 1 }),
      me: Me,
      conversation: Conversation,
      card: nullable(ObjectCard),
    }),
    errors: [
      "application.refused",
      "application.token_expired",
      "application.user_unknown",
      "object.not_found",
    ],
  }),
  /**
   * Entries and changes in order; with `waitMs` an empty answer is held back until something happens: it stays empty
   * when what changed is the object's card.
   */
  listEmbedEvents: endpoint({
    method: "GET",
    path: "/api/v1/embed/events",
    tag,
    summary: "What happened in the conversation after a position",
    access,
    query: closed({
      afterSeq: Seq,
      limit: Type.Integer({ minimum: 1, maximum: 500, default: 200 }),
      waitMs: Type.Integer({ minimum: 0, maximum: 25_000, default: 0 }),
    }),
    status: 200,
    response: closed({ items: Type.Array(TimelineEvent) }),
    errors: ["conversation.not_found"],
  }),
  /** Null where there is no card any more, or cards of its kind are switched off. */
  getEmbedCard: endpoint({
    method: "GET",
    path: "/api/v1/embed/card",
    tag,
    summary: "The card of the object as it is now",
    access,
    status: 200,
    response: closed({ card: nullable(ObjectCard) }),
    errors: ["conversation.not_found"],
  }),
  sendEmbedMessage: endpoint({
    method: "POST",
    path: "/api/v1/embed/messages",
    tag,
    summary: "Write into the conversation; the same `clientId` is one message",
    access,
    body: closed({ clientId: ClientIdSchema, body: MessageBody }),
    status: 201,
    response: closed({ messageId: MessageIdSchema, seq: Seq, at: Instant }),
    errors: ["conversation.not_found", "message.client_id_reused"],
  }),
  moveEmbedReceipt: endpoint({
    method: "POST",
    path: "/api/v1/embed/receipts",
    tag,
    summary: "Say how far the conversation was read",
    access,
    body: closed({ readTo: Seq }),
    status: 204,
    response: Type.Null(),
    errors: ["conversation.not_found"],
  }),
} as const;

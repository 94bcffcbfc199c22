import { Type } from "typebox";
import { ConversationIdSchema, ApplicationIdSchema } from "../ids.ts";
import {
  Application,
  ObjectCard,
  ObjectType,
  WebhookDelivery,
  WebhookState,
} from "../objects.ts";
import { closed } from "../shapes.ts";
import { ObjectReference } from "../conversations.ts";
import { endpoint } from "./endpoint.ts";

const tag = "Applications";
const admin = { kind: "user", anyOf: ["admin"] } as const;
const params = closed({ applicationId: ApplicationIdSchema });
const { key, name, origins, matchUsersBy, webhookUrl } = Application.properties;

/** What the administrator does with the business systems, and what the staff see of their objects. */
export const applicationEndpoints = {
  listApplications: endpoint({
    method: "GET",
    path: "/api/v1/applications",
    tag,
    summary: "Business systems registered here",
    access: admin,
    status: 200,
    response: closed({ items: Type.Array(Application) }),
    errors: [],
  }),
  createApplication: endpoint({
    method: "POST",
    path: "/api/v1/applications",
    tag,
    summary:
      "Register a business system; the answer is the only one that shows its secret",
    access: admin,
    body: closed({ key, name, origins, matchUsersBy, webhookUrl }),
    status: 201,
    response: closed({ application: Application, secret: Type.String() }),
    errors: ["application.key_taken"],
  }),
  updateApplication: endpoint({
    method: "PUT",
    path: "/api/v1/applications/:applicationId",
    tag,
    summary: "Change a business system, disable it or enable it again",
    access: admin,
    params,
    body: closed({
      name,
      origins,
      matchUsersBy,
      webhookUrl,
      isDisabled: Type.Boolean(),
    }),
    status: 200,
    response: Application,
    errors: ["request.not_found"],
  }),
  rotateApplicationSecret: endpoint({
    method: "POST",
    path: "/api/v1/applications/:applicationId/secret",
    tag,
    summary:
      "Make a new secret; the old one goes on for as long as is asked, a day at most",
    access: admin,
    params,
    body: closed({
      keepOldForMs: Type.Integer({ minimum: 0, maximum: 86_400_000 }),
    }),
    status: 200,
    response: closed({ secret: Type.String() }),
    errors: ["request.not_found"],
  }),
  /** For good: its cards, kinds and events are gone. Its key is never given again; what was said stays. */
  deleteApplication: endpoint({
    method: "DELETE",
    path: "/api/v1/applications/:applicationId",
    tag,
    summary: "Remove a business system; its conversations stay",
    access: admin,
    params,
    status: 204,
    response: Type.Null(),
    errors: ["request.not_found"],
  }),
  getWebhook: endpoint({
    method: "GET",
    path: "/api/v1/applications/:applicationId/webhook",
    tag,
    summary: "How a business system's webhook does, and its last deliveries",
    access: admin,
    params,
    status: 200,
    response: WebhookState,
    errors: ["request.not_found"],
  }),
  /** Posts an empty page, signed as every other. A good answer also ends the pause after a failure. */
  testWebhook: endpoint({
    method: "POST",
    path: "/api/v1/applications/:applicationId/webhook/test",
    tag,
    summary: "Try a business system's webhook now",
    access: admin,
    params,
    status: 200,
    response: WebhookDelivery,
    errors: ["request.not_found", "application.no_webhook"],
  }),
  listObjectTypesOf: endpoint({
    method: "GET",
    path: "/api/v1/applications/:applicationId/object-types",
    tag,
    summary: "Which kinds of objects a business system has, and their cards",
    access: admin,
    params,
    status: 200,
    response: closed({ items: Type.Array(ObjectType) }),
    errors: ["request.not_found"],
  }),
  putObjectTypeOf: endpoint({
    method: "PUT",
    path: "/api/v1/applications/:applicationId/object-types",
    tag,
    summary: "Say what the cards of one kind of objects show, and how",
    access: admin,
    params,
    body: ObjectType,
    status: 200,
    response: ObjectType,
    errors: ["request.not_found"],
  }),
  /** To members of its conversation only. */
  getObjectCard: endpoint({
    method: "GET",
    path: "/api/v1/objects/:application/:type/:id",
    tag,
    summary: "The card of an object I talk about",
    access: { kind: "user" },
    params: ObjectReference,
    status: 200,
    response: ObjectCard,
    errors: ["object.not_found"],
  }),
  /** To members of the conversation only. */
  getCardOfConversation: endpoint({
    method: "GET",
    path: "/api/v1/conversations/:conversationId/object",
    tag,
    summary: "The card of the object a conversation is about",
    access: { kind: "user" },
    params: closed({ conversationId: ConversationIdSchema }),
    status: 200,
    response: ObjectCard,
    errors: ["object.not_found"],
  }),
} as const;

import { Type } from "typebox";
import { CustomerRequest } from "../contact-centre.ts";
import { ConversationIdSchema, QueueIdSchema } from "../ids.ts";
import { Me } from "../realtime.ts";
import { closed, LanguageSchema, nullable } from "../shapes.ts";
import { WidgetSettings } from "../workspace.ts";
import { endpoint } from "./endpoint.ts";

const tag = "Widget";
const siteKey = Type.String({ maxLength: 40 });

export const widgetEndpoints = {
  getWidgetSettings: endpoint({
    method: "GET",
    path: "/api/v1/widget/sites/:siteKey",
    tag,
    summary: "What the widget looks like on a site",
    access: { kind: "public" },
    params: closed({ siteKey }),
    /** Whose operators and hours are told of; as with `request.create`. */
    query: closed({ queueId: Type.Optional(QueueIdSchema) }),
    status: 200,
    response: WidgetSettings,
    errors: ["site.unknown"],
  }),
  /**
   * Begins or resumes a customer's visit. With `visitorToken` of an earlier visit the same customer comes back; with
   * `identityToken` (a JWT the company's site signed, HS256, at most 10 minutes long) the customer is known.
   * The page's Origin must be one of the site's.
   */
  startVisit: endpoint({
    method: "POST",
    path: "/api/v1/widget/visits",
    tag,
    summary: "Begin or resume a customer's visit",
    access: { kind: "public" },
    body: closed({
      siteKey,
      visitorToken: Type.Optional(Type.String({ maxLength: 200 })),
      identityToken: Type.Optional(Type.String({ maxLength: 4000 })),
      language: LanguageSchema,
      pageUrl: nullable(Type.String({ maxLength: 2000 })),
      pageTitle: nullable(Type.String({ maxLength: 300 })),
    }),
    status: 200,
    response: closed({
      visitorToken: Type.String(),
      me: Me,
      conversationId: ConversationIdSchema,
      /** The open request, if this visit resumes one. */
      request: nullable(CustomerRequest),
    }),
    errors: [
      "site.unknown",
      "auth.origin_refused",
      "auth.identity_token_invalid",
      "auth.identity_token_expired",
    ],
  }),
} as const;

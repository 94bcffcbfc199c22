import { Type } from "typebox";
import { RequestIdSchema } from "../ids.ts";
import { Rating, RatingDoor, RatingFields, RatingSummary } from "../rating.ts";
import { closed, Instant } from "../shapes.ts";
import { endpoint } from "./endpoint.ts";

const tag = "Ratings";
const link = closed({ token: Type.String({ maxLength: 200 }) });
const linkPath = "/api/v1/rating-links/:token";

/** How customers rate the sessions they were served in. */
export const ratingEndpoints = {
  openRatingLink: endpoint({
    method: "GET",
    path: linkPath,
    tag,
    summary: "What a link to rate a session leads to",
    access: { kind: "public" },
    params: link,
    status: 200,
    response: RatingDoor,
    errors: ["request.not_found"],
  }),
  rateByLink: endpoint({
    method: "PUT",
    path: linkPath,
    tag,
    summary: "Rate a session by its link; changeable for ten minutes",
    access: { kind: "public" },
    params: link,
    body: RatingFields,
    status: 200,
    response: Rating,
    errors: ["request.not_found", "request.conflict", "request.invalid"],
  }),
  getRatingLink: endpoint({
    method: "GET",
    path: "/api/v1/contact-centre/history/:requestId/rating-link",
    tag,
    summary: "A link by which the customer of a session can rate it",
    access: { kind: "user", anyOf: ["operator", "supervisor", "admin"] },
    params: closed({ requestId: RequestIdSchema }),
    status: 200,
    response: closed({ url: Type.String(), expiresAt: Instant }),
    errors: ["request.not_found"],
  }),
  getRatingSummary: endpoint({
    method: "GET",
    path: "/api/v1/contact-centre/ratings/summary",
    tag,
    summary: "How the sessions of the last days were rated",
    access: { kind: "user", anyOf: ["supervisor", "admin"] },
    query: closed({
      days: Type.Integer({ minimum: 1, maximum: 366, default: 30 }),
    }),
    status: 200,
    response: RatingSummary,
    errors: [],
  }),
} as const;

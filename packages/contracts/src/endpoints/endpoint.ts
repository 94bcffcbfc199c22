import type { Static, TSchema } from "typebox";
import type { ErrorCode } from "../errors.ts";
import type { Role } from "../principals.ts";

/**
 * Who may call: nobody in particular, any signed-in user, users holding one of the roles, a customer by visitor
 * token, whoever is a principal, a business system by its key, or a user in one conversation of its page. What exactly they may do with which object is decided by the policy on the server.
 */
export type Access =
  | { readonly kind: "public" }
  | { readonly kind: "user"; readonly anyOf?: readonly Role[] }
  | { readonly kind: "customer" }
  /** Guests are principals too, but nothing is open to them that does not say so. */
  | { readonly kind: "principal"; readonly guests?: true }
  | { readonly kind: "application" }
  | { readonly kind: "embedded" };

/** One REST endpoint: validation, serialisation, OpenAPI and the clients' types come from this object. */
export interface Endpoint {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Fastify's form: `/api/v1/users/:userId`. */
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly access: Access;
  readonly params?: TSchema;
  readonly query?: TSchema;
  readonly body?: TSchema;
  /** The body is bytes of one of these types instead of JSON. */
  readonly upload?: {
    readonly contentTypes: readonly string[];
    readonly maxBytes: number;
  };
  readonly status: 200 | 201 | 204;
  readonly response: TSchema;
  /** Refusals of its own, beside those every endpoint has (invalid, auth, rate limit, failed). */
  readonly errors: readonly ErrorCode[];
}

export const endpoint = <const E extends Endpoint>(definition: E): E =>
  definition;

/**
 * The type of an endpoint's part, for clients that hold no schema at run time; `unknown` where the endpoint has no
 * such part.
 */
export type EndpointPart<
  E extends Endpoint,
  Part extends "params" | "query" | "body" | "response",
> = E[Part] extends TSchema ? Static<E[Part]> : unknown;

import type { FastifyReply, FastifyRequest } from "fastify";
import type { Static, TSchema } from "typebox";
import type { Actor, Endpoint } from "@veche/contracts";
import type {
  ApplicationPrincipal,
  CustomerPrincipal,
  EmbeddedPrincipal,
  Principal,
  UserPrincipal,
} from "../principal.ts";

type Part<Schema> = Schema extends TSchema ? Static<Schema> : undefined;

/** The principal an endpoint's access guarantees. */
type PrincipalOf<E extends Endpoint> = E["access"]["kind"] extends "public"
  ? undefined
  : E["access"]["kind"] extends "user"
    ? UserPrincipal
    : E["access"]["kind"] extends "customer"
      ? CustomerPrincipal
      : E["access"]["kind"] extends "application"
        ? ApplicationPrincipal
        : E["access"]["kind"] extends "embedded"
          ? EmbeddedPrincipal
          : Principal;

/** What a handler sees: parsed input and who asks. `http` is for the few that set cookies or stream. */
export interface RouteContext<E extends Endpoint> {
  readonly principal: PrincipalOf<E>;
  readonly actor: Actor;
  readonly params: Part<E["params"]>;
  readonly query: Part<E["query"]>;
  readonly body: Part<E["body"]>;
  readonly http: {
    readonly request: FastifyRequest;
    readonly reply: FastifyReply;
  };
}

/** An endpoint of the contract with what answers it. Refuses by throwing `AppError`. */
export interface Route {
  readonly endpoint: Endpoint;
  readonly handle: (context: RouteContext<Endpoint>) => Promise<unknown>;
}

/** Ties a handler to its contract; the compiler holds the two together. */
export function route<E extends Endpoint>(
  endpoint: E,
  handle: (context: RouteContext<E>) => Promise<Static<E["response"]>>,
): Route {
  // A route list holds endpoints of every shape; this one's input is parsed by its own schemas before the call.
  return { endpoint, handle: handle };
}

import { ratingEndpoints as endpoints } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import { route, type Route } from "../../../platform/http/route.ts";
import { createRateLimiter } from "../../../platform/rate-limiter.ts";
import { may } from "../../identity/index.ts";
import { presentRating } from "../present.ts";
import type { RatingsDeps } from "../rating-powers.ts";
import { createRatingTokens } from "../rating-token.ts";
import type { ServedSession } from "../served-sessions.port.ts";
import { countRatings, ratingsNamed } from "../store/ratings.ts";
import { giveRating } from "../use-cases/give-rating.ts";

/** Of one address: plenty for people, hopeless for whoever guesses. */
const linkRate = { burst: 60, perSecond: 1 };
const dayMs = 24 * 3_600_000;

export const ratingRoutes = (deps: RatingsDeps): readonly Route[] => [
  ...linkRoutes(deps),
  route(endpoints.getRatingSummary, async ({ query: { days } }) => {
    const since = new Date(deps.clock.now().getTime() - days * dayMs);
    const [servedCount, counts] = await Promise.all([
      deps.sessions.countServed(since),
      countRatings(deps.database.db, since),
    ]);
    return { servedCount, ...counts };
  }),
];

function linkRoutes(deps: RatingsDeps): readonly Route[] {
  const { clock, sessions, publicUrl, linkKey, database } = deps;
  const tokens = createRatingTokens(linkKey, clock);
  const openings = createRateLimiter({ clock, rate: linkRate });
  /** Refuses in the same words whatever the reason is. */
  const follow = async (
    token: string,
    address: string | null,
  ): Promise<ServedSession> => {
    const retryAfterMs = openings.take(address ?? "");
    if (retryAfterMs > 0)
      throw new AppError("request.rate_limited", { retryAfterMs });
    const requestId = tokens.read(token);
    const session = requestId && (await sessions.servedSession(requestId));
    if (!session) throw new AppError("request.not_found");
    return session;
  };
  return [
    route(endpoints.openRatingLink, async ({ params, actor }) => {
      const session = await follow(params.token, actor.address);
      const { requestId, operatorName, endedAt } = session;
      const [known] = await ratingsNamed(database.db, [requestId]);
      return {
        ...{ requestId, operatorName, endedAt: endedAt.toISOString() },
        rating: known === undefined ? null : presentRating(known),
      };
    }),
    route(endpoints.rateByLink, async ({ params, actor, body }) => {
      const session = await follow(params.token, actor.address);
      const { address } = actor;
      return giveRating(deps, {
        ...{ session, fields: body, byLink: true },
        // Whoever has the link speaks for the customer.
        actor: { id: session.customerId, name: null, address },
      });
    }),
    route(endpoints.getRatingLink, async ({ principal, params }) => {
      const session = await sessions.servedSession(params.requestId);
      const isVisible =
        may(principal, "requests.see_all") ||
        session?.operatorId === principal.id;
      if (session === undefined || !isVisible)
        throw new AppError("request.not_found");
      const { token, expiresAt } = tokens.of(session);
      return {
        url: `${publicUrl}/rate/${token}`,
        expiresAt: expiresAt.toISOString(),
      };
    }),
  ];
}

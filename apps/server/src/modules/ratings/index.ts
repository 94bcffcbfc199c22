import type { PeopleScore, Rating, RequestId } from "@veche/contracts";
import { AppError } from "../../platform/app-error.ts";
import type { Route } from "../../platform/http/route.ts";
import type { CommandHandlers } from "../../platform/realtime/command.ts";
import { ratingRoutes } from "./http/rating-routes.ts";
import { presentRating } from "./present.ts";
import type { RatingsDeps } from "./rating-powers.ts";
import { showLowRatings } from "./show-low-ratings.ts";
import { peopleSince, ratingsNamed } from "./store/ratings.ts";
import { giveRating } from "./use-cases/give-rating.ts";

export { ratingsBySession } from "./store/ratings.ts";
export type { RatingsTables } from "./store/tables.ts";
export type { Supervisors } from "./supervisors.port.ts";

/** What customers say of how they were served (B32). */
export interface Ratings extends AsyncDisposable {
  readonly commands: CommandHandlers;
  readonly routes: readonly Route[];
  /** By session; those that were not rated are left out. */
  of(requestIds: readonly RequestId[]): Promise<ReadonlyMap<RequestId, Rating>>;
  /** What was said of the people in the sessions that ended since. */
  peopleSince(since: Date): Promise<PeopleScore>;
  /** Settles when everybody who is to be told was told; for tests. */
  quiet(): Promise<void>;
}

export function createRatings(deps: RatingsDeps): Ratings {
  const low = showLowRatings(deps);
  return {
    commands: {
      "rating.give": async ({ principal, actor }, { requestId, ...fields }) => {
        const session = await deps.sessions.servedSession(requestId);
        if (session?.customerId !== principal.id)
          throw new AppError("request.not_found");
        return giveRating(deps, { session, fields, actor, byLink: false });
      },
    },
    routes: ratingRoutes(deps),
    async of(requestIds) {
      if (requestIds.length === 0) return new Map();
      const rows = await ratingsNamed(deps.database.db, requestIds);
      return new Map(rows.map((row) => [row.requestId, presentRating(row)]));
    },
    peopleSince: (since) => peopleSince(deps.database.db, since),
    quiet: () => low.quiet(),
    [Symbol.asyncDispose]: () => low[Symbol.asyncDispose](),
  };
}

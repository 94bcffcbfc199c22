import type { DomainEventOf } from "@veche/contracts";
import { createThrottle, type Throttle } from "../../platform/throttle.ts";
import { isLow } from "./domain/judge-rating.ts";
import type { RatingsDeps } from "./rating-powers.ts";

type Told = DomainEventOf<"rating.given" | "rating.changed">;

/** Tells supervisors on line of a customer who was not content, as it happens; those away have the letter. */
export function showLowRatings(deps: RatingsDeps): Throttle<Told> {
  const { bus, hub, supervisors } = deps;
  const low = createThrottle<Told>({
    ...deps,
    everyMs: 0,
    onFailure: "forget",
    flush: async (ratings) => {
      const watchers = await supervisors.all();
      for (const { requestId, people, technology } of ratings)
        hub.notify(watchers, {
          type: "rating.low",
          ...{ requestId, people, technology },
        });
    },
  });
  const hear = (rating: Told): void => {
    if (isLow(rating)) low.add(rating);
  };
  const feeds = new DisposableStack();
  feeds.use(bus.on("rating.given", hear));
  feeds.use(bus.on("rating.changed", hear));
  return {
    add: (rating) => low.add(rating),
    quiet: () => low.quiet(),
    async [Symbol.asyncDispose]() {
      feeds.dispose();
      await low[Symbol.asyncDispose]();
    },
  };
}

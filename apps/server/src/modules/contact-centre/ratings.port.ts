import type { PeopleScore, Rating, RequestId } from "@veche/contracts";

/** What customers said of the sessions they were served in. */
export interface Ratings {
  /** By session; those that were not rated are left out. */
  of(requestIds: readonly RequestId[]): Promise<ReadonlyMap<RequestId, Rating>>;
  /** What was said of the people in the sessions that ended since. */
  peopleSince(since: Date): Promise<PeopleScore>;
}

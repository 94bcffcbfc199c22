import type { PeopleScore, Rating, RequestId } from "@veche/contracts";

/** What customers said of the sessions they were served in. */
export interface Ratings {
  /** By session; those that were not rated are left out. */
  of(requestIds: readonly RequestId[]): Promise<ReadonlyMap<RequestId, Rating>>;
  /** What was said of the people in the sessions that ended since. */
  peopleSince(since: Date): Promise<PeopleScore>;
  /**
   * SQL of a table with `request_id`, `people` and `technology`, to be joined where more sessions are added up than can be named.
   * Every session is in it once at most.
   */
  readonly bySession: string;
}

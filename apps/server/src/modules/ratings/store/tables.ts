import type { Selectable } from "kysely";
import type { CustomerId, RequestId, UserId } from "@veche/contracts";

interface Ratings {
  requestId: RequestId;
  customerId: CustomerId;
  operatorId: UserId | null;
  people: number | null;
  technology: number | null;
  comment: string;
  /** By somebody with the link, not in the widget. */
  byLink: boolean;
  endedAt: Date;
  givenAt: Date;
}

export interface RatingsTables {
  ratings: Ratings;
}

export type RatingRow = Selectable<Ratings>;

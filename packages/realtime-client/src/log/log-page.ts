import type {
  ConversationId,
  TimelineChange,
  TimelineEntry,
  TimelineEvent,
} from "@veche/contracts";

/** Which stretch of a log is asked for. */
export type LogPlace =
  /** It ends before this position. */
  | { readonly beforeSeq: number }
  /** It starts after this position. */
  | { readonly afterSeq: number }
  /** It has this position in its middle. */
  | { readonly aroundSeq: number }
  /** It has the first entry at or after this instant (ISO 8601) in its middle. */
  | { readonly aroundAt: string };

export interface PageRequest {
  readonly conversationId: ConversationId;
  readonly place: LogPlace;
  readonly limit: number;
}

/** A stretch of a log: every entry from `fromSeq` to `toSeq`, both included, as it stood at `headSeq`. */
export interface LogPage {
  readonly entries: readonly TimelineEntry[];
  readonly fromSeq: number;
  readonly toSeq: number;
  readonly headSeq: number;
}

/** Reads a stretch of a log over REST (`GET /api/v1/conversations/:id/timeline`); rejects as REST does, changing nothing. */
export type LoadPage = (request: PageRequest) => Promise<LogPage>;

/* The list of the contract stands beside its schemas, which no browser should carry. */
const changes = {
  "message.edited": true,
  "message.deleted": true,
  "reaction.changed": true,
  "message.previewed": true,
  "receipt.moved": true,
} as const satisfies Record<TimelineChange["type"], true>;

/** Does it stand for itself, rather than change what stands? */
export const isEntry = (event: TimelineEvent): event is TimelineEntry =>
  !Object.hasOwn(changes, event.type);

import type { ConversationLog } from "./conversation-log.ts";

/** The end, whatever comes; or the stretch with this position in it. */
export type LogView =
  { readonly kind: "end" } | { readonly kind: "at"; readonly seq: number };

/** How the view moves away from the end. */
export interface LogWalk extends Pick<
  ConversationLog,
  "loadNewer" | "jumpTo" | "toNewest"
> {
  /** The stretch in view grew at one end, by a page that reaches to or from `seq`. */
  readonly grown: (at: "older" | "newer", seq: number) => void;
}

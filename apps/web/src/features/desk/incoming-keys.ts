/** What a key does to a ring. A single Esc is too easy to press by habit: the second one declines. */
export type IncomingAction = "accept" | "ask_decline" | "decline" | "none";

export interface IncomingKey {
  readonly key: string;
  readonly isTyping: boolean;
  readonly isDeclineAsked: boolean;
}

export function incomingAction({
  key,
  isTyping,
  isDeclineAsked,
}: IncomingKey): IncomingAction {
  if (isTyping) return "none";
  if (key === "Enter") return "accept";
  if (key === "Escape") return isDeclineAsked ? "decline" : "ask_decline";
  return "none";
}

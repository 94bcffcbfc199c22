import type { ConversationKind, NotificationCause } from "@veche/contracts";

/** What an e-mail tells of: whatever names the person, and everything said to them alone. */
export const isForDigest = (
  cause: NotificationCause,
  kind: ConversationKind,
): boolean =>
  cause === "mention" ||
  cause === "mention_all" ||
  cause === "reply" ||
  (cause === "message" && kind === "direct");

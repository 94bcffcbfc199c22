/**
 * Why somebody is told of something: a message, one that names them, one that names everybody, an answer to theirs,
 * a reaction to theirs, a reminder they set, a call that rings or was missed.
 */
export const notificationCauses = [
  "message",
  "mention",
  "mention_all",
  "reply",
  "reaction",
  "reminder",
  "call",
] as const;
export type NotificationCause = (typeof notificationCauses)[number];

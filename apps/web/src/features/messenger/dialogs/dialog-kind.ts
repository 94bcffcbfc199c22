/** What may lie over the messenger: one at a time. */
export type DialogKind =
  "direct" | "group" | "channel" | "browse" | "saved" | "reminders";

/** What one begins with the plus, in the order of its menu. */
export const newKinds = ["direct", "group", "channel", "browse"] as const;
export type NewKind = (typeof newKinds)[number];

/** What may lie over the messenger: one at a time. */
export type DialogKind = NewKind | "saved" | "reminders" | "folders";

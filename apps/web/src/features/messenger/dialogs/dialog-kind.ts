import { isOffered, type Offer } from "../offers.ts";

/** What one begins with the plus, in the order of its menu. */
export const newKinds = ["direct", "group", "channel", "browse"] as const;
export type NewKind = (typeof newKinds)[number];

/** What may lie over the messenger: one at a time. */
export type DialogKind = NewKind | "saved" | "reminders" | "folders";

const offers: Readonly<Record<DialogKind, Offer>> = {
  direct: "openDirect",
  group: "create",
  channel: "create",
  browse: "openChannels",
  saved: "saved",
  reminders: "reminders",
  folders: "folders",
};

export const isDialogOffered = (kind: DialogKind): boolean =>
  isOffered(offers[kind]);

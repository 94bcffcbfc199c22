import type { Asks } from "./asks.ts";

/** Something the messenger can only do with a server that knows it. */
export type Offer =
  | keyof Asks
  | "delete"
  | "draft"
  | "edit"
  | "files"
  | "forward"
  | "mention"
  | "react"
  | "reply";

/** What the server knows by now: a button or a menu entry of anything else would lead nowhere and isn't shown. */
const offered: ReadonlySet<Offer> = new Set<Offer>([
  "addMembers",
  "arrange",
  "create",
  "delete",
  "draft",
  "edit",
  "files",
  "folders",
  "forward",
  "join",
  "leave",
  "markUnread",
  "members",
  "mention",
  "openChannels",
  "openDirect",
  "people",
  "pin",
  "react",
  "remind",
  "reminders",
  "remove",
  "removeMember",
  "save",
  "saved",
  "reply",
  "schedule",
  "scheduled",
  "setRole",
  "update",
]);

export const isOffered = (one: Offer): boolean => offered.has(one);

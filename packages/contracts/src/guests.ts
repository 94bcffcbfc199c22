import { Type, type Static } from "typebox";
import type { CommandName } from "./commands.ts";
import { ConferencePassword } from "./conferences.ts";
import { ConversationIdSchema } from "./ids.ts";
import type { NoticeType } from "./notices.ts";
import { Me } from "./realtime.ts";
import {
  closed,
  DisplayName,
  Instant,
  LanguageSchema,
  nullable,
} from "./shapes.ts";

/** The secret in a conference's link for guests. */
export const GuestLinkToken = Type.String({ pattern: "^[\\w-]{20,100}$" });

/** What somebody with the link is shown before they come in. */
export const GuestDoor = closed({
  title: DisplayName,
  /** When it takes place next; null: it is open at any time, or over. */
  startsAt: nullable(Instant),
  hasPassword: Type.Boolean(),
});
export type GuestDoor = Static<typeof GuestDoor>;

export const GuestEntrance = closed({
  name: DisplayName,
  language: LanguageSchema,
  password: Type.Optional(ConferencePassword),
});
export type GuestEntrance = Static<typeof GuestEntrance>;

/** A guest's stay: `guestToken` is their bearer token. */
export const GuestStay = closed({
  guestToken: Type.String(),
  me: Me,
  title: DisplayName,
  conversationId: ConversationIdSchema,
});
export type GuestStay = Static<typeof GuestStay>;

/** All that a guest may do: be in the conference's call and write in its chat. */
export const guestCommands: ReadonlySet<CommandName> = new Set<CommandName>([
  "call.join",
  "call.leave",
  "call.publish",
  "call.receive",
  "call.look",
  "call.trickle",
  "call.signal",
  "call.set_media",
  "call.set_connection",
  "call.report_quality",
  "call.renew_ice",
  "floor.raise_hand",
  "floor.react",
  "floor.silenced",
  "floor.point",
  "floor.caption",
  "lobby.knock",
  "lobby.leave",
  "message.send",
  "receipt.move",
  "recording.consent",
  "typing.show",
]);

/** All that a guest is told beside the chat's log. */
export const guestNotices: ReadonlySet<NoticeType> = new Set<NoticeType>([
  "call.changed",
  "call.signalled",
  "call.offered",
  "call.lines_changed",
  "call.prepared",
  "call.quality_reported",
  "call.qualities_reported",
  "conversation.gone",
  "floor.changed",
  "floor.reacted",
  "floor.asked",
  "floor.pointed",
  "floor.captioned",
  "lobby.changed",
  "recording.changed",
  "typing.shown",
]);

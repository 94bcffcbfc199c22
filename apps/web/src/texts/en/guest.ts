import type { Catalogue } from "@veche/ui";

export const guestEn = {
  "guest.lead": "You come in as a guest.",
  "guest.over": "You are out of the conference. You may come in again.",
  "guest.name": "Your name",
  "guest.nameMissing": "Say how you are called",
  "guest.password": "Password of the conference",
  "guest.enter": "Come in",
  "guest.cameraOff": "Your camera is off",
  "guest.waitTitle": "Nobody has begun yet",
  "guest.wait": "You come in by yourself as soon as it begins.",
  "guest.lobbyTitle": "You stand before the door",
  "guest.lobby": "The organisers see you and will let you in.",
  "guest.refusedTitle": "You were not let in",
  "guest.refused": "Ask whoever invited you.",
  "guest.lockedTitle": "The call is locked",
  "guest.locked": "Nobody new comes in now. Write to whoever invited you.",
  "guest.leave": "Leave",
  "guest.chat": "Chat",
  "guest.chatEmpty": "Nothing was written since you came.",
} as const satisfies Catalogue;

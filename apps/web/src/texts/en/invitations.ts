import type { Catalogue } from "@veche/ui";

export const invitationsEn = {
  "invite.title": "Invitation links",
  "invite.about": "Whoever of the company opens the link may join.",
  "invite.new": "New link",
  "invite.forDay": "For a day",
  "invite.forWeek": "For a week",
  "invite.forGood": "Until it is revoked",
  "invite.until": "Until {when}",
  "invite.endless": "Until it is revoked",
  "invite.copy": "Copy the link",
  "invite.copied": "The link is copied",
  "invite.revoke": "Revoke",
  "invite.revoked": "Nobody joins by this link any more",
  "join.title": "An invitation",
  "join.toGroup": "You are invited to a group",
  "join.toChannel": "You are invited to a channel",
  "join.action": "Join",
  "join.open": "Open",
  "join.already": "You are in it already.",
  "join.gone": "This link no longer works",
  "join.goneAdvice":
    "It was revoked or its time is over. Ask whoever gave it to you for another one.",
  "join.toChats": "To the chats",
  "cover.change": "Change the picture",
  "cover.remove": "Remove the picture",
  "cover.title": "Choose the part to be shown",
  "cover.size": "Size of the part",
  "cover.move": "Part that is shown; arrows move it",
  "cover.small": "This picture is too small: 16 × 16 at least.",
  "cover.notShown":
    "This file can't be shown as a picture. Choose a PNG, JPEG, WebP or GIF.",
  "invite.used": {
    by: "count",
    one: "{count} joined",
    other: "{count} joined",
  },
} as const satisfies Catalogue;

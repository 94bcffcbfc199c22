import type { ErrorCode } from "@veche/contracts";
import type { ErrorText } from "../error-text.ts";
import { customerErrorsEn } from "./customer-errors.ts";

export const errorsEn = {
  ...customerErrorsEn,
  "request.unsupported_media_type": {
    happened: "This kind of file isn't supported.",
    advice: "Use PNG, JPEG or WebP.",
  },
  "auth.wrong_credentials": {
    happened: "The login or the password is wrong.",
    advice: "Check the keyboard layout and Caps Lock, then try again.",
  },
  "auth.locked": {
    happened: "Too many wrong passwords: sign-in is paused for this login.",
    advice:
      "Wait until the time is over, or ask an administrator to set a new password.",
  },
  "auth.weak_password": {
    happened: "This password is too easy to guess.",
    advice:
      "Use at least 10 characters that are not a common word or your login.",
  },
  "auth.last_admin": {
    happened: "This is the last administrator.",
    advice: "Make another user an administrator first.",
  },
  "auth.wrong_code": {
    happened: "The code is wrong, or was used already.",
    advice: "Wait for the next code of the application and enter that one.",
  },
  "auth.step_expired": {
    happened: "This took too long, or was finished elsewhere.",
    advice: "Begin again.",
  },
  "auth.passkey_refused": {
    happened: "The passkey was not accepted.",
    advice: "Try again, use another passkey, or sign in another way.",
  },
  "contact_centre.queue_needed": {
    happened: "Customers come into this queue: it can't be archived.",
    advice: "Change its name, hours or operators instead.",
  },
  "contact_centre.too_many_queues": {
    happened: "There are as many queues as can be.",
    advice: "Archive one that is not needed.",
  },
  "auth.network_refused": {
    happened: "The staff of this company come from its own networks alone.",
    advice: "Connect to the office's network or its VPN and try again.",
  },
  "auth.network_excludes_you": {
    happened: "Your own address is not in this list: it would lock you out.",
    advice: "Add it, or a network it belongs to.",
  },
  "auth.company_only": {
    happened: "Passwords are off here: sign in through your company.",
    advice:
      "Use your company's button. If there is none, ask an administrator.",
  },
  "auth.company_denied": {
    happened: "The company's sign-in did not let you in.",
    advice: "Try again there, with the right account.",
  },
  "auth.company_failed": {
    happened: "The answer of the company's sign-in could not be trusted.",
    advice: "Begin again. If it happens once more, tell an administrator.",
  },
  "auth.company_stranger": {
    happened: "Your company knows you, but you have no account here.",
    advice: "Ask an administrator to create one or to link yours.",
  },
  "auth.company_blocked": {
    happened: "Your account here is disabled.",
    advice: "Ask an administrator if that is a mistake.",
  },
  "auth.company_unreachable": {
    happened: "The company's sign-in does not answer.",
    advice: "Try again in a minute. If it stays so, tell an administrator.",
  },
  "auth.second_factor_required": {
    happened: "Your role needs a second factor: the last one must stay.",
    advice: "Set up another one first, then remove this one.",
  },
  "user.login_taken": {
    happened: "This login is already used.",
    advice: "Choose another one.",
  },
  "application.refused": {
    happened: "This business application may not do that here.",
    advice:
      "Check its key and secret, and that it is not disabled, under Admin → Applications.",
  },
  "application.token_expired": {
    happened: "The application's token is over.",
    advice: "Open the page again: it brings a fresh one.",
  },
  "application.key_taken": {
    happened: "Another application has this key.",
    advice: "Choose another key.",
  },
  "application.no_webhook": {
    happened: "No webhook address is set for this application.",
    advice: "Enter the address and save it, then try again.",
  },
  "application.user_unknown": {
    happened: "The application names a user who doesn't exist here.",
    advice:
      "Check how the application matches users, and that this user is here and not disabled.",
  },
  "object.not_found": {
    happened: "This object doesn't exist or isn't open to you.",
    advice: "Open it again from the business application.",
  },
  "object.type_unknown": {
    happened: "The application has no objects of this kind.",
    advice: "Describe the kind of object first, then keep its objects.",
  },
  "conversation.fixed": {
    happened: "This kind of conversation can't be changed in this way.",
    advice: "Start a group or a channel for what you have in mind.",
  },
  "conversation.last_owner": {
    happened: "A conversation needs an owner, and this is the only one.",
    advice: "Make somebody else an owner first.",
  },
  "conversation.invitation_gone": {
    happened: "This invitation is no longer valid.",
    advice: "Ask for a new link.",
  },
  "conference.not_found": {
    happened: "This conference doesn't exist, or you are not invited to it.",
    advice: "Ask an organiser to invite you.",
  },
  "conference.not_organiser": {
    happened: "Only organisers change a conference.",
    advice: "Ask an organiser, or to be made one.",
  },
  "conference.occurrence_unknown": {
    happened: "The conference does not take place at that time any more.",
    advice: "Look at the calendar again.",
  },
  "guest.link_ended": {
    happened: "This link leads nowhere any more.",
    advice: "Ask whoever sent it for a new one.",
  },
  "guest.password_wrong": {
    happened: "That is not the conference's password.",
    advice: "Look at it again, or ask whoever invited you.",
  },
  "message.not_found": {
    happened: "This message isn't in the conversation any more.",
    advice: "Go back to the conversation and choose another message.",
  },
  "message.deleted": {
    happened: "This message was deleted.",
    advice: "Nothing more can be done with it.",
  },
  "message.not_editable": {
    happened: "This message can't be edited.",
    advice:
      "Forwarded messages and stickers stay as they are; delete it and send a new one.",
  },
  "message.too_many_reactions": {
    happened: "There are too many different reactions here.",
    advice: "Choose one that is already set, or take one of yours away first.",
  },
  "message.too_many_pins": {
    happened: "There are too many pinned messages here.",
    advice: "Unpin one that is no longer needed first.",
  },
  "message.already_sent": {
    happened: "This message isn't waiting any more: it was sent or taken back.",
    advice: "Look in the conversation; what is sent can be edited there.",
  },
  "conversation.confidential": {
    happened: "This conversation is confidential: nothing leaves it.",
    advice: "Ask its owner if others need to know.",
  },
  "conversation.device_refused": {
    happened: "This conversation doesn't open on this kind of device.",
    advice:
      "Open it on a device its rules allow, or ask its owner to allow this kind.",
  },
  "file.not_found": {
    happened: "This file doesn't exist or you may not see it.",
    advice: "Ask whoever sent it to send it again.",
  },
  "file.too_large": {
    happened: "This file is larger than the server takes.",
    advice: "Send a smaller one, or share it by a link.",
  },
  "file.quota_exceeded": {
    happened: "There is no room left for your files.",
    advice: "Delete messages with large files, or ask the administrator.",
  },
  "file.not_ready": {
    happened: "The file is still being checked.",
    advice: "It will be ready in a few seconds.",
  },
  "file.refused": {
    happened: "The check found something dangerous in this file.",
    advice: "It can't be sent. Check it on your own computer.",
  },
  "file.not_a_picture": {
    happened: "This file is not a picture that can be shown.",
    advice: "Choose a JPEG, PNG, WebP or GIF picture.",
  },
  "file.offset_conflict": {
    happened: "Another part of the file was expected.",
    advice: "The upload goes on from the right place by itself.",
  },
  "sticker.not_found": {
    happened: "This sticker or set no longer exists.",
    advice: "Choose another one.",
  },
  "sticker.set_full": {
    happened: "There is no more room for stickers here.",
    advice: "Remove some that you don't use, or make another set.",
  },
  "push.address_refused": {
    happened: "This browser's push service can't be used.",
    advice:
      "Use a current browser; notifications work in open windows all the same.",
  },
  "people.list_unreadable": {
    happened:
      "This list can't be read: it has no login column, or its rows don't fit its headings.",
    advice:
      "Save it as CSV in UTF-8 with headings in the first line, 5,000 rows at most.",
  },
  "department.name_taken": {
    happened: "There is a department of this name in the same place already.",
    advice: "Choose another name or another place in the tree.",
  },
  "department.in_use": {
    happened: "People or other departments are still in this department.",
    advice: "Move them to another department first.",
  },
  "tag.name_taken": {
    happened: "There is a tag of this name already.",
    advice: "Choose another name.",
  },
  "canned_answer.shortcut_taken": {
    happened: "Another canned answer has this shortcut already.",
    advice: "Choose another word.",
  },
  "canned_answer.too_many": {
    happened: "There is no more room for canned answers.",
    advice: "Remove some that nobody uses.",
  },
  "canned_answer.variable_unknown": {
    happened: "The text names a variable that does not exist.",
    advice: "Correct what stands in double braces.",
  },
  "contact_centre.offer_gone": {
    happened: "This call can no longer be accepted.",
    advice:
      "It was answered elsewhere or the customer gave up. Wait for the next one.",
  },
  "contact_centre.operator_busy": {
    happened: "You are busy with another customer.",
    advice: "End the present session first.",
  },
  "contact_centre.customer_away": {
    happened: "The customer is not on the site now.",
    advice: "Try again when the customer is online.",
  },
  "contact_centre.operator_unavailable": {
    happened: "This operator cannot be rung now.",
    advice: "Choose somebody who is available, or a queue.",
  },
  "contact_centre.not_transferable": {
    happened: "This session cannot be handed over now.",
    advice: "Somebody is being rung for it already, or it is not going on.",
  },
  "call.full": {
    happened: "This call has no seat left.",
    advice: "Come in when somebody has left it.",
  },
  "call.for_two": {
    happened: "Calls are for two here: the server has no media server.",
    advice: "Ask your administrator to turn it on: npm run doctor says how.",
  },
  "call.room_gone": {
    happened: "The call is moving to another media server.",
    advice: "It goes on by itself in a moment.",
  },
  "recording.not_found": {
    happened: "There is no such recording.",
    advice: "Perhaps it was deleted; look at the list again.",
  },
  "recording.not_playable": {
    happened: "The recording can't be used yet.",
    advice: "Wait until it has ended and its tracks are lined up.",
  },
  "recording.link_ended": {
    happened: "This link leads to no recording any more.",
    advice: "Ask whoever sent it for a new one.",
  },
  "recording.held": {
    happened: "The recording is on hold and can't be deleted.",
    advice: "An administrator can release it first.",
  },
  "composing.impossible": {
    happened:
      "Films can't be made here: ffmpeg is not installed. The recording itself can be watched.",
    advice: "Ask your administrator to install it: npm run doctor says how.",
  },
  "recording.impossible": {
    happened: "Calls can't be recorded here: the server has no media server.",
    advice: "Ask your administrator to turn it on: npm run doctor says how.",
  },
  "call.lobby": {
    happened: "The organisers let people into this call.",
    advice: "Wait at the entrance: they will see you there.",
  },
  "call.locked": {
    happened: "The call is locked: nobody new comes in.",
    advice: "Write to the organiser if you are expected.",
  },
  "call.refused": {
    happened: "You were not let into this call.",
    advice:
      "If this is a mistake, write to the organiser: they can change their mind.",
  },
  "call.not_presenter": {
    happened: "In this conference only the organisers share their screen.",
    advice: "Ask an organiser to show it or to change who may present.",
  },
} as const satisfies Record<ErrorCode, ErrorText>;

import type { ErrorCode } from "@veche/contracts";
import type { ErrorText } from "../error-text.ts";

/** What may befall a customer: the widget carries these alone. */
export const customerErrorsEn = {
  "request.invalid": {
    happened: "Some of what you entered can't be accepted.",
    advice: "Check the marked fields and try again.",
  },
  "request.unknown_command": {
    happened: "The server doesn't know this action.",
    advice: "Reload the page: a newer version may be running.",
  },
  "request.too_large": {
    happened: "This is too large to send.",
    advice: "Make it smaller or send it in parts.",
  },
  "request.not_found": {
    happened: "This doesn't exist or is no longer here.",
    advice: "Go back and open it again from the list.",
  },
  "request.conflict": {
    happened: "Somebody changed this at the same moment.",
    advice: "Reload to see the present state, then repeat your change.",
  },
  "request.rate_limited": {
    happened: "Too many requests in a short time.",
    advice: "Wait a little and try again.",
  },
  "auth.required": {
    happened: "You are not signed in.",
    advice: "Sign in to go on.",
  },
  "auth.session_ended": {
    happened: "Your session has ended.",
    advice: "Sign in again: nothing you sent is lost.",
  },
  "auth.forbidden": {
    happened: "You don't have the right to do this.",
    advice: "Ask an administrator if you need it.",
  },
  "auth.origin_refused": {
    happened: "This web site isn't allowed to use the service.",
    advice: "An administrator can add the site's address in the settings.",
  },
  "auth.identity_token_invalid": {
    happened: "The site couldn't confirm who you are.",
    advice:
      "The site's administrator should check the signing secret. You can go on as a guest.",
  },
  "auth.identity_token_expired": {
    happened: "The site's confirmation of who you are has expired.",
    advice: "Reload the page.",
  },
  "site.unknown": {
    happened: "The service doesn't know this web site.",
    advice: "The site's administrator should check the key in the snippet.",
  },
  "contact_centre.closed": {
    happened: "Nobody can take a call right now.",
    advice: "Leave a message instead, and we will answer in this chat.",
  },
  "conversation.not_found": {
    happened: "This conversation doesn't exist or you are not in it.",
    advice: "Go back and choose another one.",
  },
  "conversation.closed": {
    happened: "This conversation is closed.",
    advice: "Start a new one to write again.",
  },
  "message.client_id_reused": {
    happened: "This message was already sent with another text.",
    advice: "Reload the page and send it again.",
  },
  "contact_centre.request_open": {
    happened: "There is already an open request.",
    advice: "Go on with it, or end it before starting another.",
  },
  "contact_centre.request_ended": {
    happened: "This session has already ended.",
    advice: "Its chat and details are in the history.",
  },
  "call.ended": {
    happened: "This call has already ended.",
    advice: "Start a new call if you still need to talk.",
  },
  "call.busy": {
    happened: "Another call is going on.",
    advice: "End it first.",
  },
  "call.elsewhere": {
    happened: "This call is open in another window.",
    advice: "Take it over here if you want to go on in this window.",
  },
  "server.unavailable": {
    happened: "The server can't work right now.",
    advice: "It is being restored. Try again in a minute.",
  },
  "server.read_only": {
    happened: "There is no space left on the server: you can read, not write.",
    advice:
      "What you wrote goes out by itself when the administrator has freed some.",
  },
  "server.draining": {
    happened: "The server is restarting.",
    advice: "It will be back in a few seconds by itself.",
  },
  "server.failed": {
    happened: "Something failed on the server.",
    advice:
      "Try again. If it repeats, give the administrator the reference number.",
  },
} as const satisfies Partial<Record<ErrorCode, ErrorText>>;

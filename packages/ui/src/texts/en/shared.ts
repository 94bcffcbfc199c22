import type { Catalogue } from "../../i18n/catalogue.ts";

export const sharedEn = {
  "action.retry": "Try again",
  "action.send": "Send",

  "line.connecting": "Connecting…",
  "line.reconnecting":
    "The connection is paused. We'll go on by ourselves as soon as it's back.",
  "line.offline": "No network. What you write is kept and sent later.",

  "call.ringing": "Ringing…",
  "call.joining": "Connecting…",
  "call.live": "In call",
  "call.reconnecting": "Restoring the connection…",
  "call.ended": "The call has ended",

  "callEnd.hung_up": "The call was ended",
  "callEnd.cancelled": "The caller gave up",
  "callEnd.declined": "The call was declined",
  "callEnd.unanswered": "Nobody answered",
  "callEnd.lost": "The connection was lost",
  "callEnd.ended": "The call ended with the session",

  "quality.excellent": "Excellent connection",
  "quality.good": "Good connection",
  "quality.weak": "Weak connection",
  "quality.bad": "Bad connection",
  "quality.unknown": "Measuring the connection…",

  "qualityReason.none": "Nothing disturbs",
  "qualityReason.no_packets": "nothing is arriving",
  "qualityReason.loss": "data gets lost on the way",
  "qualityReason.delay": "long delay",
  "qualityReason.jitter": "uneven delivery",
  "qualityReason.freezes": "the picture freezes",
  "qualityReason.bandwidth": "the line is too slow",
  "qualityReason.cpu": "the computer is overloaded",

  "device.microphone": "Microphone",
  "device.camera": "Camera",
  "device.speaker": "Speaker",
  "device.screen": "Screen",
  "device.microphoneOn": "Microphone on",
  "device.microphoneOff": "Microphone off",
  "device.cameraOn": "Camera on",
  "device.cameraOff": "Camera off",
  "device.screenOn": "Sharing the screen",
  "device.default": "System default",
  "device.none": "Not found",

  "deviceError.denied.happened":
    "The browser doesn't let us use the camera or microphone.",
  "deviceError.denied.advice":
    "Press the icon at the left of the address, allow access and try again.",
  "deviceError.not_found.happened": "No camera or microphone was found.",
  "deviceError.not_found.advice":
    "Plug one in, or go on without it: you can still listen and write.",
  "deviceError.in_use.happened":
    "The camera or microphone is used by another program.",
  "deviceError.in_use.advice": "Close the other program and try again.",
  "deviceError.insecure.happened":
    "The page was opened without encryption, so the browser hides the devices.",
  "deviceError.insecure.advice": "Open the page by https://.",
  "deviceError.failed.happened": "The device didn't start.",
  "deviceError.failed.advice":
    "Unplug it and plug it in again, or choose another.",

  "message.waiting": "Waiting to be sent",
  "message.sent": "Sent",
  "message.delivered": "Delivered",
  "message.read": "Read",
  "message.refused": "Not sent",
  "message.placeholder": "Write a message",
  "message.typing": "{name} is typing…",
} as const satisfies Catalogue;

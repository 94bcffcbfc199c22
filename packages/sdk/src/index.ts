export type { Access } from "./call.ts";
export { createVeche, type ObjectName, type Veche } from "./create-veche.ts";
export type { EventPage, FollowOptions } from "./follow-events.ts";
export type { Powers } from "./powers.ts";
export type { WebhookReading, WebhookRequest } from "./read-webhook.ts";
export { VecheRefusal } from "./veche-refusal.ts";

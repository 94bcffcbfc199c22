import { Type, type Static } from "typebox";
import { closed, nullable, oneOf } from "./shapes.ts";

export const MediaNodeName = Type.String({
  pattern: "^[a-z0-9][a-z0-9-]{0,30}$",
});

/** `session_timeout`: sessions end by themselves there · `room_key`: it makes no rooms with the key we have. */
const mediaNodeFaults = ["session_timeout", "room_key"] as const;

/** A media server, through which calls of three and more go. */
export const MediaNode = closed({
  /** As its administrator named it; `own` runs inside. */
  name: MediaNodeName,
  isOwn: Type.Boolean(),
  state: oneOf(["up", "down"]),
  /** It keeps the rooms it has and takes no new ones. */
  isDraining: Type.Boolean(),
  rooms: Type.Integer({ minimum: 0 }),
  /** Participants in them. */
  seats: Type.Integer({ minimum: 0 }),
  /** What has to be changed at it before it can be used; null: nothing is known. */
  fault: nullable(oneOf(mediaNodeFaults)),
});
export type MediaNode = Static<typeof MediaNode>;

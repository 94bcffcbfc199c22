import type { MediaNode, RoomId } from "@veche/contracts";
import { openJanusSession } from "../janus/janus-handle.ts";
import type { Ids } from "../../../platform/ids.ts";
import type { JanusLine } from "../janus/janus-line.ts";
import { createRoom, destroyRoom } from "../rooms/video-room.ts";

type Fault = NonNullable<MediaNode["fault"]>;

const words: Readonly<Record<Fault, string>> = {
  session_timeout: "janus.jcfg needs session_timeout = 0",
  room_key:
    "its VideoRoom makes no rooms: admin_key must be the roomKey, and string_ids = true",
};

/** It answers and could not be used: the words say what its administrator changes. */
export class UnfitNodeError extends Error {
  override readonly name = "UnfitNodeError";
  readonly fault: Fault;

  constructor(fault: Fault, options?: ErrorOptions) {
    super(words[fault], options);
    this.fault = fault;
  }
}

/**
 * Makes sure that rooms can be had at a media server that is set up by somebody else: sessions must live as long as our
 * line, and the key must make rooms that are named by words. Throws `UnfitNodeError`. Answers with its version.
 */
export async function checkNode(
  line: JanusLine,
  { roomKey, ids }: { readonly roomKey: string; readonly ids: Ids },
): Promise<string> {
  const info = await line.ask({ janus: "info" });
  if (info["session-timeout"] !== 0)
    throw new UnfitNodeError("session_timeout");
  const session = await openJanusSession(line);
  try {
    const handle = await session.attach(() => undefined);
    const room = ids.next<RoomId>();
    await createRoom(handle, room, roomKey);
    await destroyRoom(handle, room);
  } catch (cause) {
    throw new UnfitNodeError("room_key", { cause });
  } finally {
    await session.destroy();
  }
  const version = info["version_string"];
  return typeof version === "string" ? version : "unknown";
}

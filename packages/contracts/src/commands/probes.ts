import { IceConfiguration } from "../calls.ts";
import { CallIdSchema, RoomIdSchema } from "../ids.ts";
import { closed, nullable } from "../shapes.ts";
import { Nothing, type CommandContract } from "./command.ts";

/** How long one may try one's line. */
export const PROBE_LIFETIME_MS = 60_000;

export const probeCommands = {
  /**
   * Tries my line before a call: a relay to send to myself through, and a room where nobody else is, in which I sit
   * twice by `call.publish`, `call.receive` and `call.trickle`, under two `joinId`s of my own choice. It ends with my
   * connection, after `PROBE_LIFETIME_MS`, or when I open another. Refuses `request.rate_limited` while too many try theirs.
   */
  "probe.open": {
    params: closed({}),
    result: closed({
      /** Stands where a call's would. */
      callId: CallIdSchema,
      /** Null: there is no media server, and calls are for two. */
      roomId: nullable(RoomIdSchema),
      ice: IceConfiguration,
    }),
  },
  "probe.close": { params: closed({ callId: CallIdSchema }), result: Nothing },
} as const satisfies Record<string, CommandContract>;

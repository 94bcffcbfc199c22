import type { Principal } from "../principal.ts";
import type { EncodedFrame } from "./socket.ts";

/** What the runner of commands sees of a connection. */
export interface CommandSender {
  readonly id: string;
  readonly principal: Principal;
  readonly address: string;
  /** Sends at once, whatever else waits. */
  answer(frame: EncodedFrame): void;
}

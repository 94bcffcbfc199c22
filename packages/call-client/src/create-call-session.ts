import type { CallSession, CallSessionOptions } from "./call-session.ts";
import { Session } from "./session.ts";

/** A stay in a call that has not begun. Nothing is opened or said before `join` or `enter`. */
export const createCallSession = (options: CallSessionOptions): CallSession =>
  new Session(options);

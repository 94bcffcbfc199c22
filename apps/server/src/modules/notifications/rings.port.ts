import type { CallId, UserId } from "@veche/contracts";

/** Whether a call rings for somebody still; the calls know. */
export interface Rings {
  isRung(callId: CallId, userId: UserId): Promise<boolean>;
}

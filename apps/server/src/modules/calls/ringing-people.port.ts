import type {
  CallId,
  CallMedia,
  ConversationId,
  PrincipalId,
} from "@veche/contracts";
import type { LentUnit } from "../../platform/db/statements.ts";

interface RingWish {
  readonly callId: CallId;
  readonly conversationId: ConversationId;
  readonly callerName: string;
  readonly media: CallMedia;
  /** One among many is rung by stricter rules: not in a conversation they muted, nor in another call. */
  readonly isToMany: boolean;
  readonly userIds: readonly PrincipalId[];
  readonly until: Date;
}

interface RingChoice {
  /** Whom it rings for. */
  readonly rung: readonly PrincipalId[];
  /** Who wanted calls, but is not to be disturbed now: they find it among the missed. */
  readonly spared: readonly PrincipalId[];
}

/** People's own rules about being called, and their devices that ring with the application closed. */
export interface RingingPeople {
  /** Chooses, and in the caller's transaction puts the pushes on their way. */
  ring(unit: LentUnit, wish: RingWish): Promise<RingChoice>;
}

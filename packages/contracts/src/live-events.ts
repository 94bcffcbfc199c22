import type { QualitySample } from "./calls.ts";
import type { TimelineEvent } from "./timeline.ts";
import type {
  CallId,
  ConversationId,
  GuestId,
  PrincipalId,
  RecordingId,
  ReminderId,
  RequestId,
  UserId,
} from "./ids.ts";
import type { Shape } from "./event-shape.ts";

/**
 * Facts for those who listen now: dispatched in the process after the commit, and rebuilt from the tables by
 * whoever was not there.
 */
export type LiveEvent =
  /** It rings for people by their devices, too. */
  | (Shape<"call.rang"> & { readonly callId: CallId })
  | (Shape<"timeline.appended"> & {
      readonly conversationId: ConversationId;
      readonly events: readonly TimelineEvent[];
    })
  | (Shape<"members.changed"> & {
      readonly conversationId: ConversationId;
      readonly joined: readonly PrincipalId[];
      readonly left: readonly PrincipalId[];
    })
  /** With these members it became large, or small again (`SMALL_CONVERSATION_MEMBERS`). */
  | (Shape<"conversation.size_crossed"> & {
      readonly conversationId: ConversationId;
    })
  /** A member's receipts moved, forward or back. */
  | (Shape<"receipts.moved"> & {
      readonly conversationId: ConversationId;
      readonly principalId: PrincipalId;
    })
  /** A message that stood already names them now, or did before; `all`: every member. */
  | (Shape<"mentions.changed"> & {
      readonly conversationId: ConversationId;
      readonly named: readonly (PrincipalId | "all")[];
    })
  | (Shape<"folders.changed"> & { readonly ownerId: PrincipalId })
  /** A member changed their own side of a conversation: pin, archive, sound, folders, draft. */
  | (Shape<"member.arranged"> & {
      readonly conversationId: ConversationId;
      readonly principalId: PrincipalId;
    })
  /** Its time has come; the row says so, and whoever was away is told at the next connection. */
  /** A guest's stay is over. */
  | (Shape<"guest.left"> & { readonly guestId: GuestId })
  /** A letter is on its way out. */
  | Shape<"letter.queued">
  | (Shape<"reminder.fired"> & {
      readonly reminderId: ReminderId;
      readonly principalId: PrincipalId;
    })
  | (Shape<"notification_settings.changed"> & { readonly userId: UserId })
  /** The card of what this conversation is about is another one now, or looks different. */
  | (Shape<"card.changed"> & { readonly conversationId: ConversationId })
  | (Shape<"request.changed"> & { readonly requestId: RequestId })
  /** Its operator asks for help, or does no longer. */
  | (Shape<"help.changed"> & { readonly requestId: RequestId })
  | (Shape<"operator.changed"> & { readonly operatorId: UserId })
  | (Shape<"call.changed"> & { readonly callId: CallId })
  /** Whoever handed it over serves it no longer, and nobody else does yet. */
  | (Shape<"request.left"> & {
      readonly requestId: RequestId;
      readonly operatorId: UserId;
    })
  /** An operator gave a seat up in a session's call that waits for the next one. */
  | (Shape<"call.operator_left"> & { readonly requestId: RequestId })
  | (Shape<"recording.changed"> & { readonly recordingId: RecordingId })
  /** A participant's browser told how its last seconds were. */
  | (Shape<"call.measured"> & {
      readonly callId: CallId;
      readonly principalId: PrincipalId;
      readonly samples: readonly QualitySample[];
    })
  /** The order of a call, or who waits before its door, is another. */
  | (Shape<"floor.changed"> & {
      readonly callId: CallId;
      /** Whose place before the door is another by it. */
      readonly calledIds: readonly PrincipalId[];
    })
  /** Its caller has an offer ready for whoever answers. */
  | (Shape<"call.prepared"> & { readonly callId: CallId })
  | (Shape<"principal.connected"> & { readonly principalId: PrincipalId })
  | (Shape<"principal.disconnected"> & {
      readonly principalId: PrincipalId;
      readonly kind: "user" | "customer" | "guest";
    })
  | (Shape<"principal.changed"> & { readonly principalId: PrincipalId });

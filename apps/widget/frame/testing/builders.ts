import type {
  Call,
  CallId,
  CallParticipant,
  ConversationId,
  CustomerRequest,
  Id,
  PrincipalId,
  RequestId,
} from "@veche/contracts";
import type { Memory } from "../../loader/face.ts";

/** An identifier for a test: readable, and of whatever kind it stands for. */
export const idOf = <Kind extends Id<string>>(name: string): Kind =>
  // Tests name things as they like; nothing checks the form here.
  name as Kind;

export const me = idOf<PrincipalId>("me");
export const operator = idOf<PrincipalId>("operator");
const at = "2026-03-02T10:00:00.000Z";

export const aRequest = (
  changes: Partial<CustomerRequest> = {},
): CustomerRequest => ({
  id: idOf<RequestId>("request-1"),
  conversationId: idOf<ConversationId>("conversation"),
  kind: "video",
  state: "waiting",
  position: 1,
  isStaffed: true,
  operatorName: null,
  transfer: null,
  heldAt: null,
  callId: idOf<CallId>("call-1"),
  createdAt: at,
  acceptedAt: null,
  endedAt: null,
  endReason: null,
  ...changes,
});

export const aParticipant = (
  changes: Partial<CallParticipant> = {},
): CallParticipant => ({
  principalId: me,
  kind: "customer",
  name: "Guest",
  state: "joining",
  joinId: null,
  deviceId: null,
  isPolite: true,
  media: { microphone: true, camera: false, screen: false },
  heldUntil: null,
  ...changes,
});

export const anOperator = (
  changes: Partial<CallParticipant> = {},
): CallParticipant =>
  aParticipant({
    principalId: operator,
    kind: "user",
    name: "Anna Belova",
    state: "live",
    isPolite: false,
    ...changes,
  });

export const aCall = (changes: Partial<Call> = {}): Call => ({
  id: idOf<CallId>("call-1"),
  conversationId: idOf<ConversationId>("conversation"),
  requestId: idOf<RequestId>("request-1"),
  media: "video",
  kind: "pair",
  topology: "p2p",
  roomId: null,
  state: "ringing",
  callerId: me,
  participants: [aParticipant()],
  createdAt: at,
  liveAt: null,
  endedAt: null,
  endReason: null,
  revision: 1,
  ...changes,
});

/** Storage that lasts as long as the test. */
export function memoryOf(
  entries: Readonly<Record<string, string>> = {},
): Memory {
  const kept = new Map(Object.entries(entries));
  return {
    read: (key) => kept.get(key) ?? null,
    write: (key, value) => void kept.set(key, value),
    remove: (key) => void kept.delete(key),
  };
}

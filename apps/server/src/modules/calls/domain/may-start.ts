import type { ConversationKind, MemberRole } from "@veche/contracts";

interface Place {
  readonly kind: ConversationKind;
  readonly posting: "members" | "admins";
}

/** Whoever may write in a conversation may call its people together. */
export const mayStart = ({ posting }: Place, role: MemberRole): boolean =>
  role === "owner" ||
  role === "admin" ||
  (role === "member" && posting === "members");

/** Where two face each other one rings the other; elsewhere members come and go. */
export const isOfMany = (
  { kind }: Pick<Place, "kind">,
  otherPeople: number,
): boolean =>
  kind === "group" ||
  kind === "channel" ||
  (kind === "context" && otherPeople > 1);

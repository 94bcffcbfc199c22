import type {
  ConferenceId,
  ConversationId,
  GuestId,
  Language,
} from "@veche/contracts";

interface GuestStaysTable {
  id: GuestId;
  conferenceId: ConferenceId;
  conversationId: ConversationId;
  name: string;
  language: Language;
  /** SHA-256 of the bearer token. */
  tokenHash: Buffer;
  seesAfterSeq: number;
  beganAt: Date;
  endsAt: Date;
  endedAt: Date | null;
}

export interface GuestsTables {
  guestStays: GuestStaysTable;
}

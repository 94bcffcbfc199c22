import type { ConversationId, FileId } from "@veche/contracts";
import type { Person } from "@veche/test-world";
import type { CrewMember } from "./crew.ts";

/** What somebody says at one of their devices. */
export interface Words {
  readonly member: CrewMember;
  readonly device: Person;
  readonly conversationId: ConversationId;
  readonly body: string;
  /** A file that goes with it. */
  readonly fileId?: FileId;
}

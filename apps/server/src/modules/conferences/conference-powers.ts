import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/db/database.ts";
import type { Ids } from "../../platform/ids.ts";
import type { PasswordHash } from "../../platform/password-hash.ts";
import type { Chats } from "../chats/index.ts";
import type { AnswerTokens } from "./answer-token.ts";
import type { ConferenceGuests } from "./guests.port.ts";
import type {
  InvitationAddresses,
  InvitedUsers,
  LetterPost,
} from "./letters.port.ts";
import type { ConferencesTables } from "./store/tables.ts";

/** What the module works with. */
export interface ConferencePowers {
  readonly database: Database<ConferencesTables>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly users: InvitedUsers;
  readonly addresses: InvitationAddresses;
  readonly letters: LetterPost;
  readonly guests: ConferenceGuests;
  readonly answerTokens: AnswerTokens;
  readonly passwords: PasswordHash;
  /** Stands for an organiser without an address of their own. */
  readonly senderAddress: string;
  /** The address people open. */
  readonly publicUrl: string;
  readonly chats: Pick<
    Chats,
    "openGroup" | "retitle" | "addMember" | "removeMember" | "append"
  >;
}

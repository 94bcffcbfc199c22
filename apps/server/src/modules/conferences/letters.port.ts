import type { User, UserId } from "@veche/contracts";
import type { LentUnit } from "../../platform/db/statements.ts";
import type { Mail } from "../../platform/mail/mailer.ts";

/** The staff, as far as inviting them needs it. Unknown ids are left out. */
export interface InvitedUsers {
  many(
    ids: readonly UserId[],
  ): Promise<readonly Pick<User, "id" | "name" | "disabledAt" | "language">[]>;
}

/** Where letters to people go; whoever has no address is left out. */
export interface InvitationAddresses {
  of(userIds: readonly UserId[]): Promise<ReadonlyMap<UserId, string>>;
}

/** The way of letters out of the house. */
export interface LetterPost {
  /** Puts a letter on its way in the caller's transaction. */
  queueLetter(
    unit: LentUnit,
    letter: Omit<Mail, "id" | "unsubscribeUrl">,
  ): Promise<void>;
}

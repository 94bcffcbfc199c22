import type { Language, UserId } from "@veche/contracts";
import type { LentUnit } from "../../platform/db/statements.ts";
import type { LowRatingLetter } from "./domain/low-letter.ts";

/** Those who look after the contact centre. */
export interface Supervisors {
  all(): Promise<readonly UserId[]>;
  /** Puts a letter to each of them on its way in the caller's transaction, in their language. */
  tell(
    unit: LentUnit,
    write: (language: Language) => LowRatingLetter,
  ): Promise<void>;
}

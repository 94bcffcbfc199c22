import type { Language } from "@veche/contracts";
import type { LentUnit } from "../../platform/db/statements.ts";
import type { AdministratorLetter } from "./domain/off-letter.ts";

/** How those who run the installation are told of what needs them. */
export interface AdministratorLetters {
  /** Puts a letter to each of them on its way in the caller's transaction, in their language. */
  tell(
    unit: LentUnit,
    write: (language: Language) => AdministratorLetter,
  ): Promise<void>;
}

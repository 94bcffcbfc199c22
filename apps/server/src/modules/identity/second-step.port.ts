import type { SignInAnswer, User } from "@veche/contracts";

/** What a right password is worth; the module sign-in answers. */
export interface SecondStep {
  /** Does a password serve this person? Not where everybody comes through the company. */
  takesPassword(user: User): Promise<boolean>;
  /** Whose account a password opens that is not ours but a directory's of the company; undefined: nobody's. */
  byDirectory(shown: {
    readonly login: string;
    readonly password: string;
    readonly address: string;
  }): Promise<User | undefined>;
  /** Undefined: nothing, they are in. */
  after(
    user: User,
  ): Promise<Exclude<SignInAnswer, { readonly kind: "signed_in" }> | undefined>;
}

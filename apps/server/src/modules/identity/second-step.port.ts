import type { SignInAnswer, User } from "@veche/contracts";

/** What else is asked of somebody whose password was right; the module sign-in answers. */
export interface SecondStep {
  /** Undefined: nothing, they are in. */
  after(
    user: User,
  ): Promise<Exclude<SignInAnswer, { readonly kind: "signed_in" }> | undefined>;
}

import type { Passkey, TotpEnrolment } from "@veche/contracts";

/** What is about to be done once the password was shown. */
export type Wish =
  | { readonly kind: "totp" }
  | { readonly kind: "remove_totp" }
  | { readonly kind: "passkey" }
  | { readonly kind: "remove_passkey"; readonly passkey: Passkey }
  | { readonly kind: "codes" };

/** Which dialog of the second factors is open. */
export type FactorDialog =
  | { readonly kind: "none" }
  | { readonly kind: "password"; readonly wish: Wish }
  | { readonly kind: "totp"; readonly enrolment: TotpEnrolment }
  | { readonly kind: "codes"; readonly codes: readonly string[] };

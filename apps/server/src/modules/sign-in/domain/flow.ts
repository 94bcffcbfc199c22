import type { OidcProviderId, UserId } from "@veche/contracts";

/** An attempt that was begun and not ended; whoever holds its ticket goes on with it. */
export type Flow =
  /** The password was right. */
  | { readonly kind: "second_step"; readonly userId: UserId }
  /** The password was right, and a second factor has to be set up first. */
  | { readonly kind: "enrolment"; readonly userId: UserId }
  /** A passkey was asked for; of nobody in particular when it stands for the password too. */
  | {
      readonly kind: "passkey";
      readonly userId: UserId | null;
      readonly challenge: string;
    }
  | {
      readonly kind: "new_passkey";
      readonly userId: UserId;
      readonly challenge: string;
    }
  /** The browser is at a provider of the company. */
  | ({
      readonly kind: "company";
      readonly providerId: OidcProviderId;
    } & CompanyQuestion);

/** What the provider's answer has to fit. */
export interface CompanyQuestion {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

export type FlowOf<Kind extends Flow["kind"]> = Extract<
  Flow,
  { readonly kind: Kind }
>;

/** People look for their telephones. */
export const FLOW_S = 600;

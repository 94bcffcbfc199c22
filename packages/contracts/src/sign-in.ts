import { Type, type Static } from "typebox";
import { OidcProviderIdSchema, PasskeyIdSchema, UserIdSchema } from "./ids.ts";
import { RoleSchema, User } from "./principals.ts";
import { closed, DisplayName, Instant, nullable, oneOf } from "./shapes.ts";
import { secondSteps } from "./sign-in-words.ts";

/** Names one attempt to sign in until it ends; good for minutes, and only for what it was given for. */
export const SignInTicket = Type.String({ pattern: "^[\\w-]{43}$" });

/** What a right password leads to. */
export const SignInAnswer = Type.Union([
  closed({ kind: Type.Literal("signed_in"), user: User }),
  closed({
    kind: Type.Literal("second_step"),
    ticket: SignInTicket,
    steps: Type.Array(oneOf(secondSteps), { minItems: 1 }),
  }),
  /** One of the person's roles asks for a second factor, and there is none yet: it is set up now. */
  closed({ kind: Type.Literal("must_enrol"), ticket: SignInTicket }),
]);
export type SignInAnswer = Static<typeof SignInAnswer>;

/** A code of an application, or one of the codes for bad days; blanks and dashes do not count. */
export const StepCode = Type.String({ minLength: 6, maxLength: 40 });

/** What an application for codes is told, as letters and as an address that is drawn as a QR code. */
export const TotpEnrolment = closed({
  secret: Type.String(),
  address: Type.String(),
});
export type TotpEnrolment = Static<typeof TotpEnrolment>;

/** Shown once: the server keeps only what they hash to. */
export const RecoveryCodes = Type.Array(Type.String());

/** A question to the browser's keys, and the browser's answer: JSON texts of WebAuthn, level 3. */
export const PasskeyQuestion = closed({
  ticket: SignInTicket,
  options: Type.String(),
});
export type PasskeyQuestion = Static<typeof PasskeyQuestion>;
export const PasskeyAnswer = Type.String({ minLength: 2, maxLength: 20_000 });

export const Passkey = closed({
  id: PasskeyIdSchema,
  name: DisplayName,
  createdAt: Instant,
  lastUsedAt: nullable(Instant),
});
export type Passkey = Static<typeof Passkey>;

export const SecondFactors = closed({
  /** Since when an application's codes are asked for. */
  totpSince: nullable(Instant),
  passkeys: Type.Array(Passkey),
  recoveryCodesLeft: Type.Integer({ minimum: 0 }),
  /** One of my roles asks for a second factor: the last one can't be taken away. */
  isRequired: Type.Boolean(),
});
export type SecondFactors = Static<typeof SecondFactors>;

export const SignInPolicy = closed({
  /** Whoever has one of these roles signs in with a second factor. */
  secondFactorRoles: Type.Array(RoleSchema, { uniqueItems: true }),
  /** Null: passwords serve too. Otherwise people come through the company, and one administrator by password. */
  companyOnly: nullable(closed({ emergencyUserId: UserIdSchema })),
});
export type SignInPolicy = Static<typeof SignInPolicy>;

/** What the sign-in page offers. */
export const SignInWays = closed({
  /** Somebody has a passkey. */
  passkeys: Type.Boolean(),
  /** Login and password stand behind a link: they serve the emergency administrator alone. */
  isCompanyOnly: Type.Boolean(),
  /** A button each. */
  companies: Type.Array(
    closed({ id: OidcProviderIdSchema, name: DisplayName }),
  ),
});
export type SignInWays = Static<typeof SignInWays>;

/** What may be asked for after a password. */
export const secondSteps = ["totp", "passkey", "recovery_code"] as const;
export type SecondStep = (typeof secondSteps)[number];

/** What a session was begun with; after a password or the company's word the second step, where there was one. */
export type SignInMeans = "password" | "company" | SecondStep;

export type SecondFactor = "totp" | "passkey";

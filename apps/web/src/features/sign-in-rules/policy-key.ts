export const policyKey = ["sign-in-policy"] as const;

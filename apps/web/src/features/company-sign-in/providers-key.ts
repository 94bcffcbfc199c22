export const providersKey = ["oidc-providers"] as const;

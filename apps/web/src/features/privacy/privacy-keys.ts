export const retentionKey = ["retention"] as const;
export const erasurePolicyKey = ["erasure-policy"] as const;
export const exportsKey = ["exports"] as const;
export const accountsKey = ["accounts"] as const;

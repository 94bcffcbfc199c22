/** Who the demo company has; the same logins that the start prints. */
export const people = {
  admin: { login: "admin", password: "admin-demo-2026" },
  anna: { login: "anna", password: "anna-demo-2026" },
  boris: { login: "boris", password: "boris-demo-2026" },
  vera: { login: "vera", password: "vera-demo-2026" },
} as const;
export type PersonName = keyof typeof people;

/** The site whose shop page the demo shows. */
export const demoSiteKey = "demo-shop";

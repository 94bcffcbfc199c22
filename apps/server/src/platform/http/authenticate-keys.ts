import type { ApplicationPrincipal, EmbeddedUser } from "../principal.ts";

/** What a program shows of itself: its key and secret, or a token it signed. */
export type Credential =
  | { readonly kind: "secret"; readonly key: string; readonly secret: string }
  | { readonly kind: "token"; readonly token: string };

/** Turns keys and tokens into whom they speak for. Refuses `application.refused`, `application.token_expired`. */
export interface AuthenticateKeys {
  application(credential: Credential): Promise<ApplicationPrincipal>;
  embedded(token: string): Promise<EmbeddedUser>;
}

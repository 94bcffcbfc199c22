import type { Veche } from "@veche/sdk";

/** What your server answers when your page's `<veche-conversation>` asks for a token: for whoever is signed in to you. */
export const tokenForPage = (
  veche: Veche,
  signedIn: { readonly login: string },
  orderId: string,
): string => veche.embedToken(signedIn.login, { type: "order", id: orderId });

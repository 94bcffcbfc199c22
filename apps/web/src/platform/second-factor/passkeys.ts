import type {
  PublicKeyCredentialCreationOptionsJSON as CreationOptions,
  PublicKeyCredentialRequestOptionsJSON as RequestOptions,
} from "@simplewebauthn/browser";

/** Does this browser know passkeys at all? On an address without https it does not. */
export const knowsPasskeys = (): boolean => "PublicKeyCredential" in globalThis;

/** The person looked away: nothing was chosen, nothing is wrong. */
export const isTurnedDown = (failure: unknown): boolean =>
  failure instanceof Error &&
  (failure.name === "NotAllowedError" || failure.name === "AbortError");

// The library is downloaded by whoever uses a passkey.
const library = () => import("@simplewebauthn/browser");

/** Lets the person choose one of their passkeys; the options and the answer are texts of WebAuthn. */
export async function askPasskey(options: string): Promise<string> {
  const { startAuthentication } = await library();
  // Our own server's options, made by the library's other half.
  const optionsJSON = JSON.parse(options) as RequestOptions;
  return JSON.stringify(await startAuthentication({ optionsJSON }));
}

/** Makes a passkey. */
export async function makePasskey(options: string): Promise<string> {
  const { startRegistration } = await library();
  // Our own server's options, made by the library's other half.
  const optionsJSON = JSON.parse(options) as CreationOptions;
  return JSON.stringify(await startRegistration({ optionsJSON }));
}

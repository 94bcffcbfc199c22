import {
  createHash,
  generateKeyPairSync,
  randomBytes,
  sign,
} from "node:crypto";

/** A key of the kind people carry, as far as WebAuthn sees it: it signs what a page of `origin` asks. */
export interface Authenticator {
  /** Makes a passkey, as `navigator.credentials.create` would: the answer as JSON. */
  create(options: string): string;
  /** Signs a question, as `navigator.credentials.get` would; `knowsPerson`: a finger or a PIN was shown. */
  get(
    options: string,
    how?: { readonly knowsPerson?: boolean; readonly origin?: string },
  ): string;
}

const PRESENT = 0x01;
const VERIFIED = 0x04;
const HAS_KEY = 0x40;

const sha256 = (data: string | Buffer): Buffer =>
  createHash("sha256").update(data).digest();

const challengeIn = (options: string): string => {
  const asked: unknown = JSON.parse(options);
  if (typeof asked === "object" && asked !== null && "challenge" in asked)
    return String(asked.challenge);
  throw new Error("options without a challenge");
};

/** A coordinate of the public key. */
const bytesOf = (coordinate: string | undefined): Buffer =>
  Buffer.from(coordinate ?? "", "base64url");

export function createAuthenticator(origin: string): Authenticator {
  const { privateKey, publicKey } = generateKeyPairSync("ec", {
    namedCurve: "P-256",
  });
  const id = randomBytes(16);
  let counter = 0;

  const clientData = (type: string, options: string, from: string) =>
    Buffer.from(
      JSON.stringify({ type, challenge: challengeIn(options), origin: from }),
    );
  const data = (flags: number): Buffer => {
    counter += 1;
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    const rpId = sha256(new URL(origin).hostname);
    return Buffer.concat([rpId, Buffer.from([flags]), count]);
  };
  const credential = (response: Readonly<Record<string, string>>): string =>
    JSON.stringify({
      id: id.toString("base64url"),
      rawId: id.toString("base64url"),
      type: "public-key",
      clientExtensionResults: {},
      response,
    });

  return {
    create(options) {
      const authData = Buffer.concat([
        data(PRESENT | VERIFIED | HAS_KEY),
        Buffer.alloc(16),
        Buffer.from([0, id.length]),
        id,
        coseKey(publicKey.export({ format: "jwk" })),
      ]);
      return credential({
        clientDataJSON: clientData("webauthn.create", options, origin).toString(
          "base64url",
        ),
        attestationObject: withoutAttestation(authData).toString("base64url"),
      });
    },
    get(options, { knowsPerson = true, origin: from = origin } = {}) {
      const client = clientData("webauthn.get", options, from);
      const authenticatorData = data(PRESENT | (knowsPerson ? VERIFIED : 0));
      const signed = Buffer.concat([authenticatorData, sha256(client)]);
      return credential({
        clientDataJSON: client.toString("base64url"),
        authenticatorData: authenticatorData.toString("base64url"),
        signature: sign("sha256", signed, privateKey).toString("base64url"),
      });
    },
  };
}

/** The public key in CBOR: { 1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y }. */
const coseKey = ({
  x,
  y,
}: {
  readonly x?: string;
  readonly y?: string;
}): Buffer =>
  Buffer.concat([
    Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20]),
    bytesOf(x),
    Buffer.from([0x22, 0x58, 0x20]),
    bytesOf(y),
  ]);

const text = (word: string): Buffer =>
  Buffer.concat([Buffer.from([0x60 + word.length]), Buffer.from(word)]);

/** { fmt: "none", attStmt: {}, authData } in CBOR. */
const withoutAttestation = (authData: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from([0xa3]),
    text("fmt"),
    text("none"),
    text("attStmt"),
    Buffer.from([0xa0]),
    text("authData"),
    Buffer.from([0x58, authData.length]),
    authData,
  ]);

import {
  createDecipheriv,
  createECDH,
  hkdfSync,
  randomBytes,
  type ECDH,
} from "node:crypto";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { importJWK, jwtVerify } from "jose";
import type { PushSubscription } from "@veche/contracts";

/** A push as the browser reads it. */
interface ArrivedPush {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly word: unknown;
}

/** A browser as far as pushes go: it holds the keys that decrypt them. */
export interface TestBrowser {
  readonly subscription: PushSubscription;
}

export interface PushService extends AsyncDisposable {
  readonly pushes: readonly ArrivedPush[];
  /** What every push is answered with from now on; 201 at first. */
  answer(status: number, headers?: Readonly<Record<string, string>>): void;
  /** A new browser; its address is one that `post` alone reaches, or where the service really listens. */
  browser(where?: "public" | "listening"): TestBrowser;
  /** Takes requests to the addresses of these browsers, as the house's way out does. */
  post(request: {
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: Buffer;
  }): Promise<{
    readonly status: number;
    readonly retryAfterMs: number | null;
  }>;
}

const publicOrigin = "https://push.example.com";

/** A push service of a browser's maker: it checks who sends (RFC 8292), and its browsers decrypt (RFC 8291). */
export async function openPushService(): Promise<PushService> {
  const browsers = new Map<
    string,
    { readonly keys: ECDH; readonly auth: Buffer }
  >();
  const pushes: ArrivedPush[] = [];
  let reply: { status: number; headers: Readonly<Record<string, string>> } = {
    status: 201,
    headers: {},
  };
  const listening = () => {
    // It listens on a port, so it is no pipe's name.
    const { port } = server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  };
  const server = createServer((request, response) => {
    void (async () => {
      const path = request.url ?? "";
      const browser = browsers.get(path);
      if (browser === undefined) throw new Error("no such browser");
      const body = await buffer(request);
      await verifySender(request.headers, [publicOrigin, listening()]);
      const word: unknown = JSON.parse(decrypt(body, browser));
      pushes.push({ path, headers: request.headers, word });
      response.writeHead(reply.status, reply.headers).end();
    })().catch((error: unknown) => {
      response.writeHead(400).end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));

  return {
    pushes,
    answer: (status, headers = {}) => {
      reply = { status, headers };
    },
    browser(where = "public") {
      const keys = createECDH("prime256v1");
      keys.generateKeys();
      const auth = randomBytes(16);
      const path = `/wp/${browsers.size + 1}`;
      browsers.set(path, { keys, auth });
      return {
        subscription: {
          endpoint: `${where === "public" ? publicOrigin : listening()}${path}`,
          p256dh: keys.getPublicKey().toString("base64url"),
          auth: auth.toString("base64url"),
        },
      };
    },
    async post({ url, headers, body }) {
      const { origin, pathname } = new URL(url);
      if (origin !== publicOrigin) throw new Error(`nobody lives at ${url}`);
      const answer = await fetch(`${listening()}${pathname}`, {
        method: "POST",
        headers,
        body: new Uint8Array(body),
      });
      if (answer.status === 400) throw new Error(await answer.text());
      const seconds = Number(answer.headers.get("retry-after") ?? Number.NaN);
      return {
        status: answer.status,
        retryAfterMs: Number.isFinite(seconds) ? seconds * 1000 : null,
      };
    },
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function verifySender(
  { authorization = "" }: IncomingHttpHeaders,
  audience: string[],
): Promise<void> {
  const { token = "", key = "" } =
    /^vapid t=(?<token>[^,]+), ?k=(?<key>[\w-]+)$/u.exec(authorization)
      ?.groups ?? {};
  const point = Buffer.from(key, "base64url");
  const x = point.subarray(1, 33).toString("base64url");
  const y = point.subarray(33).toString("base64url");
  const signer = await importJWK({ kty: "EC", crv: "P-256", x, y }, "ES256");
  await jwtVerify(token, signer, { audience });
}

/** RFC 8188 (aes128gcm) with the keys of RFC 8291; one record. */
function decrypt(
  body: Buffer,
  { keys, auth }: { readonly keys: ECDH; readonly auth: Buffer },
): string {
  const salt = body.subarray(0, 16);
  const idLength = body.readUInt8(20);
  const sender = body.subarray(21, 21 + idLength);
  const record = body.subarray(21 + idLength);
  const secret = keys.computeSecret(sender);
  const info = Buffer.concat([
    Buffer.from("WebPush: info\0"),
    keys.getPublicKey(),
    sender,
  ]);
  const key = Buffer.from(hkdfSync("sha256", secret, auth, info, 32));
  const derive = (label: string, length: number): Buffer =>
    Buffer.from(
      hkdfSync("sha256", key, salt, `Content-Encoding: ${label}\0`, length),
    );
  const decipher = createDecipheriv(
    "aes-128-gcm",
    derive("aes128gcm", 16),
    derive("nonce", 12),
  );
  decipher.setAuthTag(record.subarray(-16));
  const plain = Buffer.concat([
    decipher.update(record.subarray(0, -16)),
    decipher.final(),
  ]);
  return plain.subarray(0, plain.lastIndexOf(2)).toString("utf8");
}

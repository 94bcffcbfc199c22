import { createHmac } from "node:crypto";

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const stepMs = 30_000;

/** Base32 without padding; blanks do not count. */
function bytesOf(secret: string): Buffer {
  const bits = Array.from(secret.replaceAll(" ", ""))
    .map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, "0"))
    .join("");
  return Buffer.from(
    (bits.match(/.{8}/gu) ?? []).map((byte) => Number.parseInt(byte, 2)),
  );
}

/** What an application shows for a secret, so many half minutes from now (RFC 6238). */
export function codeNow(secret: string, stepsAhead = 0): string {
  const counter = Buffer.alloc(8);
  const step = Math.floor(Date.now() / stepMs) + stepsAhead;
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac("sha1", bytesOf(secret)).update(counter).digest();
  const from = digest.readUInt8(digest.length - 1) & 0x0f;
  const number = (digest.readUInt32BE(from) & 0x7fffffff) % 1_000_000;
  return String(number).padStart(6, "0");
}

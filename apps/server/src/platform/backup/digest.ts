import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";

export interface Digest {
  readonly bytes: number;
  readonly sha256: string;
}

/** Lets bytes through and takes their fingerprint on the way. */
export interface DigestStream {
  readonly stream: Transform;
  /** Of all that passed; once, at the end. */
  readonly digest: () => Digest;
}

export function digestStream(): DigestStream {
  const hash = createHash("sha256");
  let bytes = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  return { stream, digest: () => ({ bytes, sha256: hash.digest("hex") }) };
}

/** Of a file, its content passed through `through` first: what is packed is unpacked. */
export async function digestOf(
  path: string,
  ...through: readonly NodeJS.ReadWriteStream[]
): Promise<Digest> {
  const passed = digestStream();
  passed.stream.resume();
  await pipeline([createReadStream(path), ...through, passed.stream]);
  return passed.digest();
}

import { open } from "node:fs/promises";
import { fileTypeFromFile } from "file-type";
import type { Detected } from "../domain/nature.ts";

const lookedAtBytes = 65_536;

/** What the content is: by its magic bytes; a text when it can be read as one; otherwise unknown. */
export async function tellType(path: string): Promise<Detected | null> {
  const found = await fileTypeFromFile(path).catch(() => undefined);
  if (found !== undefined) return { mediaType: found.mime, ending: found.ext };
  return (await isText(path))
    ? { mediaType: "text/plain", ending: "txt" }
    : null;
}

async function isText(path: string): Promise<boolean> {
  await using handle = await open(path, "r");
  const { buffer, bytesRead } = await handle.read(
    Buffer.alloc(lookedAtBytes),
    0,
    lookedAtBytes,
    0,
  );
  const head = buffer.subarray(0, bytesRead);
  if (bytesRead === 0 || head.includes(0)) return false;
  try {
    // A character cut at the end of the stretch is no fault of the text.
    new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
}

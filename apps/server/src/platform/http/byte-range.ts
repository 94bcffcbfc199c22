/** A stretch of a file, both ends included. */
export interface ByteRange {
  readonly from: number;
  readonly to: number;
}

/** The whole file, a stretch of it, or nothing that exists. */
export type AskedRange = "whole" | "outside" | ByteRange;

/** Reads a `Range` header (RFC 9110). Several ranges at once, and units other than bytes, are answered whole. */
export function readRange(header: unknown, sizeBytes: number): AskedRange {
  if (typeof header !== "string") return "whole";
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header.trim());
  if (match === null) return "whole";
  const [, first = "", last = ""] = match;
  if (first === "" && last === "") return "whole";
  if (first === "") {
    const length = Math.min(Number(last), sizeBytes);
    return length === 0
      ? "outside"
      : { from: sizeBytes - length, to: sizeBytes - 1 };
  }
  const from = Number(first);
  const to =
    last === "" ? sizeBytes - 1 : Math.min(Number(last), sizeBytes - 1);
  if (last !== "" && Number(last) < from) return "whole";
  return from >= sizeBytes ? "outside" : { from, to };
}

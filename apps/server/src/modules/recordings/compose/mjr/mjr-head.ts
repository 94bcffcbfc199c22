import { Type } from "typebox";
import { Value } from "typebox/value";

/** What Janus says of a track before its packets. */
export interface MjrHead {
  readonly media: "sound" | "picture";
  /** When the first packet came, microseconds since 1970; 0 where none came. */
  readonly firstPacketAtUs: number;
}

/** Why a file is no track that can be read. */
export class MjrUnreadableError extends Error {}

const Head = Type.Object({
  t: Type.Union([Type.Literal("a"), Type.Literal("v")]),
  c: Type.String(),
  u: Type.Optional(Type.Number()),
});

/** The one of each that our rooms allow. */
const codecs = { a: "opus", v: "vp8" } as const;

/** Throws `MjrUnreadableError`. */
export function readMjrHead(text: string): MjrHead {
  const parsed = parse(text);
  if (!Value.Check(Head, parsed))
    throw new MjrUnreadableError("the head is no description of a track");
  if (parsed.c !== codecs[parsed.t])
    throw new MjrUnreadableError(`tracks of ${parsed.c} are not read`);
  return {
    media: parsed.t === "a" ? "sound" : "picture",
    firstPacketAtUs: parsed.u ?? 0,
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new MjrUnreadableError("the head is torn", { cause });
  }
}

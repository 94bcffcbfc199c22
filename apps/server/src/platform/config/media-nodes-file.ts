import { readFileSync } from "node:fs";
import { Type, type Static } from "typebox";
import { createInputCheck } from "../input-check.ts";
import type { Parsed } from "./variable.ts";

const MediaNodeFields = Type.Object(
  {
    /** Shown to administrators; `own` is the media server that runs inside. */
    name: Type.String({ pattern: "^(?!own$)[a-z0-9][a-z0-9-]{0,30}$" }),
    /** Its WebSocket: of another machine, or of a socket file on this one. */
    url: Type.String({ pattern: "^(wss?://[^/ ]+/?.*|ws\\+unix:/[^:]+:/)$" }),
    apiSecret: Type.String({ minLength: 16 }),
    /** `admin_key` of its VideoRoom. */
    roomKey: Type.String({ minLength: 16 }),
    /** Where its media come and go: the relay may send there. */
    mediaIps: Type.Array(
      Type.String({ pattern: "^\\d+\\.\\d+\\.\\d+\\.\\d+$" }),
    ),
  },
  { additionalProperties: false },
);

/** A media server beside the one that runs inside. */
export type MediaNodeConfig = Readonly<Static<typeof MediaNodeFields>>;

const check = createInputCheck(Type.Array(MediaNodeFields, { maxItems: 50 }));

/** Reads the list of media servers; its secrets stand in a file, not in the environment. */
export function readMediaNodes(
  file: string,
): Parsed<readonly MediaNodeConfig[]> {
  let given: unknown;
  try {
    given = JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return { ok: false, message: `${file} is not there, or is no JSON` };
  }
  const [issue] = check(given);
  if (issue !== undefined)
    return {
      ok: false,
      message: `in ${file}, ${issue.path || "the whole"} ${issue.message}`,
    };
  // It has just been checked against the schema of this type.
  const nodes = given as readonly MediaNodeConfig[];
  return new Set(nodes.map(({ name }) => name)).size === nodes.length
    ? { ok: true, value: nodes }
    : { ok: false, message: `${file} names a media server twice` };
}

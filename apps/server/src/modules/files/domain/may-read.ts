import type { ConversationId, PrincipalId } from "@veche/contracts";

/** What a file serves as. Null: nothing yet, it is its owner's alone. */
export type FileUse = "message" | "picture" | "sticker";

/** Where a file can be seen. */
export interface Sight {
  readonly use: FileUse | null;
  readonly ownerId: PrincipalId;
  /** Conversations with a message that carries it, and the first such position in each. */
  readonly places: readonly {
    readonly conversationId: ConversationId;
    readonly seq: number;
  }[];
  /** Conversations whose picture it is. */
  readonly pictureOf: readonly ConversationId[];
  /** It is the picture of a person. */
  readonly isPersons: boolean;
}

export interface Reader {
  readonly id: PrincipalId;
  readonly kind: "user" | "customer" | "guest";
}

/** May be read at once, or by whoever may read one of these messages or conversations, or not at all. */
export type ReadVerdict =
  | { readonly kind: "yes" }
  | { readonly kind: "no" }
  | { readonly kind: "if_seen"; readonly sight: Sight };

/**
 * A file that is not used is its owner's alone; one that is, belongs to those who may see where: its owner too has no
 * other way to it. Faces are shown to everybody who talks here, stickers to everybody of the company.
 */
export function judgeReading(sight: Sight, reader: Reader): ReadVerdict {
  if (sight.use === null) return sight.ownerId === reader.id ? yes : no;
  if (sight.isPersons) return yes;
  if (sight.use === "sticker" && reader.kind === "user") return yes;
  if (sight.places.length + sight.pictureOf.length === 0) return no;
  return { kind: "if_seen", sight };
}

const yes: ReadVerdict = { kind: "yes" };
const no: ReadVerdict = { kind: "no" };

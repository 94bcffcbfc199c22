import type { Readable } from "node:stream";
import type { UserId } from "@veche/contracts";

/** Somebody who keeps something of a person and can give them a copy. */
export interface PersonTeller {
  /** The name of its file in the copy, without an ending. */
  readonly what: string;
  /** All of it, piece by piece, however much. */
  tell(userId: UserId): AsyncIterable<unknown>;
}

/** A file of theirs that may be taken along. */
interface ToldFile {
  /** Unique in the copy, and no path. */
  readonly name: string;
  readonly bytes: () => Readable;
}

/** The bytes of what they uploaded. */
export interface FilesTeller {
  files(userId: UserId): AsyncIterable<ToldFile>;
}

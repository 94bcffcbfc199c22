import { randomBytes } from "node:crypto";
import { v7 } from "uuid";
import type { Id } from "@veche/contracts";

/** Makes identifiers and secrets; passed in, so that tests can foresee them. */
export interface Ids {
  /** A new identifier, version 7: later ones sort after earlier ones. */
  next<Kind extends Id<string>>(): Kind;
  /** An unguessable token of 256 bits, base64url. */
  secret(): string;
}

export const systemIds: Ids = {
  // The library says string; the caller names what the id is of.
  next: <Kind extends Id<string>>() => v7() as Kind,
  secret: () => randomBytes(32).toString("base64url"),
};

import type { Actor } from "@veche/contracts";
import type { Clock } from "../../../platform/clock.ts";
import type { Database } from "../../../platform/db/database.ts";
import type { Ids } from "../../../platform/ids.ts";
import type { Identity } from "../../identity/index.ts";
import type { DirectoryTables } from "../store/tables.ts";

export interface ScimDeps {
  readonly database: Database<DirectoryTables>;
  readonly identity: Pick<Identity, "createUser" | "updateUser" | "many">;
  readonly clock: Clock;
  readonly ids: Ids;
  /** The address people open, without a path. */
  readonly publicUrl: string;
}

/** One request of a provider: whose key it showed, and what it asks. */
export interface ScimCall {
  readonly actor: Actor;
  readonly id: string;
  readonly body: unknown;
}

export const baseUrlOf = ({ publicUrl }: Pick<ScimDeps, "publicUrl">): string =>
  `${publicUrl}/scim/v2`;

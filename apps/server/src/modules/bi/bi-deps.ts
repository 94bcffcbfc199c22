import type { Database } from "../../platform/db/database.ts";
import type { BiSchema } from "./store/rows.ts";

export interface BiDeps {
  readonly database: Pick<Database<BiSchema>, "db" | "transact">;
}

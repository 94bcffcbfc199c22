import type { Database } from "../../platform/db/database.ts";
import type { Chats } from "../chats/index.ts";
import type { Directory } from "../directory/index.ts";
import type { ObjectFinder } from "./object-finder.port.ts";
import type { SearchTables } from "./store/tables.ts";

/** What answering a question takes; `objects` is a port that `app/` plugs. */
export interface AnswerDeps {
  readonly database: Pick<Database<SearchTables>, "db">;
  readonly chats: Pick<Chats, "reading">;
  readonly directory: Pick<Directory, "find">;
  readonly objects: ObjectFinder;
}

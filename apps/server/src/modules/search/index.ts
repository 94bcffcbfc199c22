import { searchEndpoints } from "@veche/contracts";
import type { Database } from "../../platform/db/database.ts";
import { route, type Route } from "../../platform/http/route.ts";
import { createIndexer, type IndexerDeps } from "./indexer.ts";
import type { AnswerDeps } from "./search-deps.ts";
import type { SearchTables } from "./store/tables.ts";
import { answerQuestion } from "./use-cases/answer-question.ts";

export type { SearchTables } from "./store/tables.ts";

/** The powers of the module; `objects` is a port that `app/` plugs. */
export type SearchDeps = Omit<AnswerDeps, "database"> &
  IndexerDeps & { readonly database: Database<SearchTables> };

/** Finds what was said, where, by whom. Listens to the logs; nobody calls it. */
export interface Search extends AsyncDisposable {
  readonly routes: readonly Route[];
  /** Finds what was written while nobody followed, and follows. */
  start(): void;
  /** Settles when everything committed before the call can be found. */
  catchUp(): Promise<void>;
}

export function createSearch(deps: SearchDeps): Search {
  const indexer = createIndexer(deps);
  return {
    routes: [
      route(searchEndpoints.search, ({ principal, query }) =>
        answerQuestion(deps, principal, query),
      ),
    ],
    start: () => {
      indexer.start();
    },
    catchUp: () => indexer.catchUp(),
    [Symbol.asyncDispose]: () => indexer[Symbol.asyncDispose](),
  };
}

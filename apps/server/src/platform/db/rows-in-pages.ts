import { rowsOf, type StatementRunner } from "./statements.ts";

/**
 * All rows of a statement, some at a time, for what may be very many. `$1` is what they are asked by, `$2` the id
 * after which the page begins (null for the first), `$3` how many; each row has its `id`, and they come in its order.
 */
export async function* rowsInPages<Row extends { readonly id: string }>(
  runner: StatementRunner,
  statement: string,
  by: string,
): AsyncIterable<Row> {
  const limit = 500;
  let after: string | null = null;
  for (;;) {
    const page: readonly Row[] = await rowsOf<Row>(runner, statement, [
      by,
      after,
      limit,
    ]);
    yield* page;
    after = page.at(-1)?.id ?? null;
    if (page.length < limit) return;
  }
}

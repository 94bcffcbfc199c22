import { sql } from "kysely";
import type { Highlight } from "@veche/contracts";
import type { Db } from "../../../platform/db/database.ts";
import { words, type Sought } from "./find-messages.ts";
import type { SearchTables } from "./tables.ts";

/** Neither stands in any text of ours: control characters are taken out of messages and names. */
const START = "\u0001";
const STOP = "\u0002";

/** Where the words stand in each text, in its own UTF-16 units. */
export async function highlight(
  db: Db<SearchTables>,
  texts: readonly string[],
  sought: Pick<Sought, "words" | "begun">,
): Promise<readonly (readonly Highlight[])[]> {
  if (sought.words === "" || texts.length === 0) return texts.map(() => []);
  const options = `StartSel=${START}, StopSel=${STOP}, HighlightAll=true`;
  const { rows } = await sql<{ marked: string }>`
    select ts_headline('russian', i.text, ${words(sought)}, ${options}) as marked
    from unnest(${texts}::text[]) with ordinality as i (text, n) order by i.n`.execute(
    db,
  );
  return rows.map(({ marked }) => rangesOf(marked));
}

function rangesOf(marked: string): readonly Highlight[] {
  const [before = "", ...pieces] = marked.split(START);
  const ranges: Highlight[] = [];
  let at = before.length;
  for (const piece of pieces) {
    const [found = "", after = ""] = piece.split(STOP);
    if (found !== "") ranges.push({ from: at, to: at + found.length });
    at += found.length + after.length;
  }
  return ranges;
}

import type { Highlight } from "@veche/contracts";
import {
  rowsOf,
  type StatementRunner,
} from "../../../platform/db/statements.ts";
import type { EventColumn } from "../../chats/index.ts";
import type { Sought } from "./find-messages.ts";

/** Neither stands in any text of ours: control characters are taken out of messages and names. */
const START = "\u0001";
const STOP = "\u0002";

const options = `StartSel=${START}, StopSel=${STOP}, HighlightAll=true`;

type SoughtWords = Pick<Sought, "words" | "begun">;

/** The words among a statement's values, from this one on: here the planner has nothing to choose. */
const queryFrom = (place: number, { begun }: SoughtWords): string => {
  const query = `to_tsquery('russian', $${place})`;
  return begun === undefined
    ? query
    : `(${query} || (to_tsquery('russian', $${place + 1}) && $${place + 2}::tsquery))`;
};

const valuesOf = ({ words, begun }: SoughtWords): readonly string[] =>
  begun === undefined ? [words] : [words, begun.others, `'${begun.latin}':*`];

/** Where the words stand in each text, in its own UTF-16 units. */
export async function highlight(
  runner: StatementRunner,
  texts: readonly string[],
  sought: SoughtWords,
): Promise<readonly (readonly Highlight[])[]> {
  if (sought.words === "" || texts.length === 0) return texts.map(() => []);
  const rows = await rowsOf<{ marked: string }>(
    runner,
    `SELECT ts_headline('russian', i.text, ${queryFrom(3, sought)}, $2) AS marked
     FROM unnest($1::text[]) WITH ORDINALITY AS i (text, n) ORDER BY i.n`,
    [texts, options, ...valuesOf(sought)],
  );
  return rows.map(({ marked }) => rangesOf(marked));
}

/** What a message shows as its text: its words, or else the names of its files (`shownText`, `plainText`). */
const shown = `translate(coalesce(nullif(e.payload ->> 'body', ''),
  (SELECT string_agg(f ->> 'name', ', ') FROM jsonb_array_elements(e.payload -> 'attachments') AS f), ''), 'ёЁ', 'еЕ')`;

/** The same of messages while they are read; undefined: there are no words to mark. */
export const markedColumn = (sought: SoughtWords): EventColumn | undefined =>
  sought.words === ""
    ? undefined
    : {
        text: `ts_headline('russian', ${shown}, ${queryFrom(5, sought)}, $4)`,
        values: [options, ...valuesOf(sought)],
      };

/** Where words stand in a text that `markedColumn` marked. */
export function rangesOf(marked: string): readonly Highlight[] {
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

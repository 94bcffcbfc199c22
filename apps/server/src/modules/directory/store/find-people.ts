import { sql, type RawBuilder } from "kysely";
import type {
  DepartmentId,
  FileId,
  Person,
  TagId,
  UserId,
} from "@veche/contracts";
import type { Db } from "../../../platform/db/database.ts";
import { exchanged } from "../domain/exchanged.ts";
import type { SoughtWord } from "../domain/search-words.ts";
import type { DirectoryTables } from "./tables.ts";

export interface Seeking {
  readonly words: readonly SoughtWord[];
  /** Their own tags count too. */
  readonly viewerId: UserId;
  /** Those below it count too. */
  readonly departmentId?: DepartmentId;
  readonly tagId?: TagId;
  readonly limit: number;
  /** `nextAfter` of the page before; absent: the first. */
  readonly after?: string;
}

export interface PeoplePage {
  readonly items: readonly Person[];
  /** Null where there are no more. */
  readonly nextAfter: string | null;
}

/** A page as it is read: one more than asked for tells whether another follows. */
interface PageSought extends Seeking {
  readonly offset: number;
}

interface FoundRow {
  readonly id: UserId;
  readonly name: string;
  readonly login: string;
  readonly position: string | null;
  readonly department: string | null;
  readonly company: string | null;
  readonly photoId: FileId | null;
  readonly isDisabled: boolean;
}

/** Shorter words look like too many others. */
const SHORTEST_MISSPELT = 4;
/** One wrong letter in a word of six leaves it this much like the right one. */
const LIKENESS = 0.4;

/** The best first: whose name begins so, then whoever has it anywhere, then by likeness when nobody has. */
export async function findPeople(
  db: Db<DirectoryTables>,
  seeking: Seeking,
): Promise<PeoplePage> {
  const [kind, from = "0"] = seeking.after?.split("_") ?? [];
  const page: PageSought = { ...seeking, offset: Number(from) };
  // A page that goes on by likeness does not begin to look for the exact again.
  const exact = kind === "alike" ? [] : await readExact(db, page);
  const isExact =
    exact.length > 0 || kind === "exact" || seeking.words.length === 0;
  return isExact
    ? pageOf("exact", exact, page)
    : pageOf("alike", await readAlike(db, page), page);
}

function pageOf(
  kind: "exact" | "alike",
  rows: readonly FoundRow[],
  { limit, offset }: PageSought,
): PeoplePage {
  const items = rows.slice(0, limit).map(personOf);
  const nextAfter = rows.length > limit ? `${kind}_${offset + limit}` : null;
  return { items, nextAfter };
}

async function readExact(
  db: Db<DirectoryTables>,
  seeking: PageSought,
): Promise<readonly FoundRow[]> {
  const begins = (column: RawBuilder<unknown>) =>
    allOf(seeking.words.map((word) => contains(column, word, " ")));
  const holds = allOf(
    seeking.words.map(
      (word) =>
        sql<boolean>`(${contains(sql.ref("p.words"), word, "")} or ${ownTag(seeking.viewerId, word)})`,
    ),
  );
  const { rows } = await sql<FoundRow>`
    ${selection}
    where ${narrowed(seeking)} and ${holds}
    order by case when ${begins(sql.ref("p.name_words"))} then 0
      when ${begins(sql.ref("p.words"))} then 1 else 2 end, p.name, p.user_id
    limit ${seeking.limit + 1} offset ${seeking.offset}`.execute(db);
  return rows;
}

/** In a transaction, which is what the operator's threshold can be set for. */
function readAlike(
  db: Db<DirectoryTables>,
  seeking: PageSought,
): Promise<readonly FoundRow[]> {
  const alike = seeking.words.map((word) =>
    anyOf(
      word.map((reading) =>
        reading.length < SHORTEST_MISSPELT
          ? sql<boolean>`p.words like ${`% ${escaped(reading)}%`}`
          : sql<boolean>`(${reading} <% p.words or p.words like any(${exchanged(reading).map((other) => `% ${escaped(other)}%`)}::text[]))`,
      ),
    ),
  );
  const likeness = sql.join(
    seeking.words.map(
      (word) =>
        sql`greatest(${sql.join(word.map((reading) => sql`word_similarity(${reading}, p.words)`))})`,
    ),
    sql` + `,
  );
  return db.transaction().execute(async (tx) => {
    await sql`select set_config('pg_trgm.word_similarity_threshold', ${String(LIKENESS)}, true)`.execute(
      tx,
    );
    const { rows } = await sql<FoundRow>`
      ${selection}
      where ${narrowed(seeking)} and ${allOf(alike)}
      order by ${likeness} desc, p.name, p.user_id
      limit ${seeking.limit + 1} offset ${seeking.offset}`.execute(tx);
    return rows;
  });
}

const selection = sql`
  select p.user_id as id, p.name, p.login, p.position, d.name as department, p.company,
    p.photo_id, p.is_disabled
  from people p left join departments d on d.id = p.department_id`;

const narrowed = ({ departmentId, tagId, viewerId }: Seeking) =>
  allOf([
    sql<boolean>`not p.is_disabled`,
    ...(departmentId === undefined
      ? []
      : [
          sql<boolean>`p.department_id in (
            with recursive below as (
              select id from departments where id = ${departmentId}
              union
              select d.id from departments d join below b on d.parent_id = b.id
            )
            select id from below)`,
        ]),
    ...(tagId === undefined
      ? []
      : [
          sql<boolean>`exists (select from tag_people o join tags t on t.id = o.tag_id
            where o.user_id = p.user_id and t.id = ${tagId} and (t.owner_id is null or t.owner_id = ${viewerId}))`,
        ]),
  ]);

const contains = (
  column: RawBuilder<unknown>,
  word: SoughtWord,
  before: "" | " ",
): RawBuilder<boolean> =>
  anyOf(
    word.map((reading) => {
      // Two letters inside a word say nothing, and no index knows them.
      const edge = before === "" && reading.length < 3 ? " " : before;
      return sql<boolean>`${column} like ${`%${edge}${escaped(reading)}%`}`;
    }),
  );

const ownTag = (viewerId: UserId, word: SoughtWord): RawBuilder<boolean> =>
  sql<boolean>`p.user_id in (
    select o.user_id from tags t join tag_people o on o.tag_id = t.id
    where t.owner_id = ${viewerId} and ${contains(sql.ref("t.words"), word, " ")})`;

const escaped = (reading: string): string =>
  reading.replaceAll(/[\\%_]/g, String.raw`\$&`);

const allOf = (conditions: readonly RawBuilder<boolean>[]) =>
  conditions.length === 0
    ? sql<boolean>`true`
    : sql<boolean>`(${sql.join(conditions, sql` and `)})`;
const anyOf = (conditions: readonly RawBuilder<boolean>[]) =>
  sql<boolean>`(${sql.join(conditions, sql` or `)})`;

function personOf({
  login,
  position,
  department,
  company,
  ...person
}: FoundRow): Person {
  const known = [position, department, company].filter((line) => line !== null);
  return { ...person, detail: known.length > 0 ? known.join(" · ") : login };
}

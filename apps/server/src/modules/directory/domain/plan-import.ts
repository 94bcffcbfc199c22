import type {
  ImportColumn,
  ImportReport,
  Language,
  UserId,
} from "@veche/contracts";

/** A row of the file: cells by column, empty ones left out. */
export interface ListRow {
  readonly line: number;
  readonly cells: ReadonlyMap<ImportColumn, string>;
}

/** What a list can say of somebody; undefined: leave it, null: clear it. */
export interface Wish {
  readonly line: number;
  readonly login: string;
  /** Undefined: somebody new. */
  readonly userId: UserId | undefined;
  readonly name: string | undefined;
  readonly language: Language;
  readonly card: Readonly<Partial<Record<CardColumn, string | null>>>;
  /** Names from the top of the tree down. */
  readonly department: readonly string[] | null | undefined;
  /** A login: of somebody known, or of a row of this list. */
  readonly managerLogin: string | null | undefined;
  readonly tags: readonly string[] | undefined;
}

const cardColumns = [
  "email",
  "phone",
  "position",
  "company",
  "timeZone",
] as const;
type CardColumn = (typeof cardColumns)[number];

type Problem = ImportReport["problems"][number];

export interface Known {
  readonly byLogin: ReadonlyMap<string, { readonly userId: UserId }>;
  /** Login by e-mail in small letters. */
  readonly loginByEmail: ReadonlyMap<string, string>;
  /** Does the value look like what the column holds? */
  readonly fits: (column: ImportColumn, value: string) => boolean;
}

export interface Plan {
  readonly wishes: readonly Wish[];
  readonly problems: readonly Problem[];
}

/** What each row asks for, and what is wrong with it. */
export function planImport(rows: readonly ListRow[], known: Known): Plan {
  const listed = new Set(rows.map((row) => loginOf(row)));
  const seen = new Set<string>();
  const plans = rows.map((row) => {
    const plan = planRow(row, { ...known, listed });
    const { login } = plan.wish;
    const isRepeated = login !== "" && seen.has(login);
    seen.add(login);
    return isRepeated
      ? {
          ...plan,
          problems: [...plan.problems, problem(row, "login", "repeated")],
        }
      : plan;
  });
  return {
    wishes: plans.map(({ wish }) => wish),
    problems: plans.flatMap(({ problems }) => problems),
  };
}

interface RowKnowledge extends Known {
  readonly listed: ReadonlySet<string>;
}

function planRow(
  row: ListRow,
  known: RowKnowledge,
): { wish: Wish; problems: Problem[] } {
  const login = loginOf(row);
  const userId = known.byLogin.get(login)?.userId;
  const name = row.cells.get("name");
  const managerLogin = managerOf(row, known);
  const wish: Wish = {
    line: row.line,
    login,
    userId,
    name,
    language: row.cells.get("language") === "en" ? "en" : "ru",
    card: Object.fromEntries(
      cardColumns.flatMap((column) => {
        const value = row.cells.get(column);
        return value === undefined ? [] : [[column, cleared(value)]];
      }),
    ),
    department: listOf(row.cells.get("department"), "/"),
    managerLogin,
    tags:
      listOf(row.cells.get("tags"), ",") ??
      (row.cells.has("tags") ? [] : undefined),
  };
  const misfits = [...row.cells]
    .filter(([column, value]) => value !== "-" && !known.fits(column, value))
    .map(([column]) => problem(row, column, "invalid"));
  const isNameless =
    userId === undefined && (name === undefined || name === "-");
  return {
    wish,
    problems: [
      ...misfits,
      ...(login === "" ? [problem(row, "login", "missing")] : []),
      ...(isNameless ? [problem(row, "name", "missing")] : []),
      ...(managerLogin === undefined && row.cells.has("manager")
        ? [problem(row, "manager", "unknown")]
        : []),
      ...(managerLogin === login ? [problem(row, "manager", "invalid")] : []),
    ],
  };
}

const loginOf = ({ cells }: ListRow): string =>
  (cells.get("login") ?? "").toLowerCase();

const cleared = (value: string): string | null =>
  value === "-" ? null : value;

/** Undefined: says nothing; null: clear. */
function listOf(
  value: string | undefined,
  separator: string,
): readonly string[] | null | undefined {
  if (value === undefined) return undefined;
  if (value === "-") return null;
  return value
    .split(separator)
    .map((part) => part.trim())
    .filter(Boolean);
}

function managerOf(
  { cells }: ListRow,
  { byLogin, loginByEmail, listed }: RowKnowledge,
) {
  const value = cells.get("manager")?.toLowerCase();
  if (value === undefined) return undefined;
  if (value === "-") return null;
  return byLogin.has(value) || listed.has(value)
    ? value
    : loginByEmail.get(value);
}

const problem = (
  { line, cells }: ListRow,
  column: ImportColumn,
  what: Problem["problem"],
): Problem => ({
  line,
  column,
  problem: what,
  value: (cells.get(column) ?? "").slice(0, 100),
});

import type { Actor, DepartmentId, ImportReport } from "@veche/contracts";
import { planImport, type Wish } from "../domain/plan-import.ts";
import type { List } from "../read-list.ts";
import {
  departmentPaths,
  everybody,
  importedFields,
  sharedTagsOf,
  type ImportedCard,
} from "../store/import-store.ts";
import { applyImport, type ImportDeps } from "./apply-import.ts";
import { fits } from "./import-cells.ts";
import { cardAfter, pathsOf } from "./imported-card.ts";

const SHOWN_PROBLEMS = 100;

/** Takes a list of people, or says what taking it would do. */
export async function importPeople(
  deps: ImportDeps,
  actor: Actor,
  { list, isApplied }: { readonly list: List; readonly isApplied: boolean },
): Promise<ImportReport> {
  const { db } = deps.database;
  const [people, paths, shared] = await Promise.all([
    everybody(db),
    departmentPaths(db),
    sharedTagsOf(db),
  ]);
  const byLogin = new Map(people.map((person) => [person.login, person]));
  const { wishes, problems } = planImport(list.rows, {
    byLogin,
    loginByEmail: new Map(
      people.flatMap(({ email, login }) =>
        email === null ? [] : [[email.toLowerCase(), login]],
      ),
    ),
    fits,
  });
  const changing = wishes.filter((wish) =>
    changes(wish, { byLogin, paths, shared }),
  );
  const mayApply = isApplied && problems.length === 0;
  if (mayApply) await applyImport(deps, actor, wishes);
  const isNew = ({ userId }: Wish) => userId === undefined;
  return {
    isApplied: mayApply,
    rowCount: wishes.length,
    created: wishes.filter(isNew).length,
    changed: changing.filter((wish) => !isNew(wish)).length,
    unchanged:
      wishes.length -
      wishes.filter((wish) => isNew(wish) || changing.includes(wish)).length,
    newDepartments: [...new Set(wishes.flatMap(pathsOf))].filter(
      (path) => !paths.has(path),
    ),
    newTags: [...new Set(wishes.flatMap(({ tags }) => tags ?? []))].filter(
      (name) => !shared.tags.has(name.toLowerCase()),
    ),
    ignoredColumns: [...list.ignoredColumns],
    problems: problems.slice(0, SHOWN_PROBLEMS),
    problemCount: problems.length,
  };
}

interface Standing {
  readonly byLogin: ReadonlyMap<
    string,
    ImportedCard & { readonly name: string }
  >;
  readonly paths: ReadonlyMap<string, DepartmentId>;
  readonly shared: Awaited<ReturnType<typeof sharedTagsOf>>;
}

/** Somebody known would be another after it. */
function changes(wish: Wish, { byLogin, paths, shared }: Standing): boolean {
  const person = byLogin.get(wish.login);
  if (person === undefined) return false;
  const after = cardAfter(person, wish, { byLogin, paths });
  const carried = shared.carried.get(person.userId) ?? new Set();
  const wanted = wish.tags?.map((name) => shared.tags.get(name.toLowerCase()));
  return (
    (wish.name !== undefined &&
      wish.name !== "-" &&
      wish.name !== person.name) ||
    pathsOf(wish).some((path) => !paths.has(path)) ||
    importedFields.some((field) => after[field] !== person[field]) ||
    (wanted !== undefined &&
      (wanted.length !== carried.size ||
        wanted.some((id) => id === undefined || !carried.has(id))))
  );
}

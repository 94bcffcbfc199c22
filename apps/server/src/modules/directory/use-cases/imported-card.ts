import type { DepartmentId, UserId } from "@veche/contracts";
import type { Wish } from "../domain/plan-import.ts";
import { pathSeparator, type ImportedCard } from "../store/import-store.ts";

/** Every department a wish names, from the top down. */
export const pathsOf = ({ department }: Pick<Wish, "department">) =>
  (department ?? []).map((_, at) =>
    (department ?? []).slice(0, at + 1).join(pathSeparator),
  );

interface Knowledge {
  readonly byLogin: ReadonlyMap<string, { readonly userId: UserId }>;
  readonly paths: ReadonlyMap<string, DepartmentId>;
}

/** A card as a wish leaves it. */
export function cardAfter(
  person: ImportedCard,
  { card, department, managerLogin }: Wish,
  { byLogin, paths }: Knowledge,
): ImportedCard {
  const {
    userId,
    email,
    phone,
    position,
    company,
    timeZone,
    departmentId,
    managerId,
  } = person;
  return {
    userId,
    ...{ email, phone, position, company, timeZone },
    ...card,
    departmentId:
      department === undefined
        ? departmentId
        : department === null
          ? null
          : (paths.get(department.join(pathSeparator)) ?? null),
    managerId:
      managerLogin === undefined
        ? managerId
        : managerLogin === null
          ? null
          : (byLogin.get(managerLogin)?.userId ?? null),
  };
}

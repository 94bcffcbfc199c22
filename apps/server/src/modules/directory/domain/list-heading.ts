import type { ImportColumn } from "@veche/contracts";

/** How people call the columns of their lists, in both languages; without spaces, case and signs. */
const headings: ReadonlyMap<string, ImportColumn> = new Map<
  string,
  ImportColumn
>([
  ["login", "login"],
  ["username", "login"],
  ["логин", "login"],
  ["name", "name"],
  ["fullname", "name"],
  ["имя", "name"],
  ["фио", "name"],
  ["email", "email"],
  ["mail", "email"],
  ["почта", "email"],
  ["phone", "phone"],
  ["телефон", "phone"],
  ["position", "position"],
  ["title", "position"],
  ["должность", "position"],
  ["company", "company"],
  ["компания", "company"],
  ["организация", "company"],
  ["department", "department"],
  ["подразделение", "department"],
  ["отдел", "department"],
  ["manager", "manager"],
  ["руководитель", "manager"],
  ["timezone", "timeZone"],
  ["часовойпояс", "timeZone"],
  ["tags", "tags"],
  ["теги", "tags"],
  ["language", "language"],
  ["язык", "language"],
]);

/** Undefined for a heading that means nothing here. */
export const columnOf = (heading: string): ImportColumn | undefined =>
  headings.get(heading.toLowerCase().replaceAll(/[^\p{L}]/gu, ""));

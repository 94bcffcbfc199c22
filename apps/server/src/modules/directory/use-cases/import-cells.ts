import {
  CardLine,
  DisplayName,
  EmailAddress,
  LanguageSchema,
  Login,
  PhoneNumber,
  TagName,
  isTimeZone,
  type ImportColumn,
} from "@veche/contracts";
import { createInputCheck } from "../../../platform/input-check.ts";

const checks: Readonly<
  Partial<Record<ImportColumn, ReturnType<typeof createInputCheck>>>
> = {
  name: createInputCheck(DisplayName),
  email: createInputCheck(EmailAddress),
  phone: createInputCheck(PhoneNumber),
  position: createInputCheck(CardLine),
  company: createInputCheck(CardLine),
  language: createInputCheck(LanguageSchema),
};
const checkLogin = createInputCheck(Login);
const checkTag = createInputCheck(TagName);
const checkLine = createInputCheck(CardLine);

/** Does the value look like what the column holds? The contract's own schemas say. */
export function fits(column: ImportColumn, value: string): boolean {
  const parts = (separator: string) =>
    value
      .split(separator)
      .map((part) => part.trim())
      .filter(Boolean);
  switch (column) {
    case "login":
      return checkLogin(value.toLowerCase()).length === 0;
    case "timeZone":
      return isTimeZone(value);
    case "tags":
      return parts(",").every((part) => checkTag(part).length === 0);
    case "department":
      return (
        parts("/").length > 0 &&
        parts("/").every((part) => checkLine(part).length === 0)
      );
    case "manager":
      return true;
    default:
      return (checks[column]?.(value) ?? []).length === 0;
  }
}

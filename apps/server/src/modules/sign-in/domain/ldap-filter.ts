/** A value as it may stand in a filter (RFC 4515): what would be read as part of the filter is written as bytes. */
const escapeFilterValue = (value: string): string =>
  value.replaceAll(
    /[\\*()\0]/g,
    (sign) => `\\${sign.charCodeAt(0).toString(16).padStart(2, "0")}`,
  );

const placeholder = "{login}";

/** The filter for one person; whatever was typed as the login stays one value. */
export const filterFor = (template: string, login: string): string =>
  template.replaceAll(placeholder, () => escapeFilterValue(login));

/** Whether a filter asks for one person and is closed where it is opened. */
export function isFilter(template: string): boolean {
  if (!template.startsWith("(") || !template.includes(placeholder))
    return false;
  let depth = 0;
  for (const sign of template) {
    if (sign === "(") depth += 1;
    if (sign === ")") depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

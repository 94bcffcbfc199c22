/** The first column of the first table below a heading: the names it documents, without code marks. */
export function namesInTable(
  markdown: string,
  heading: RegExp,
): readonly string[] {
  const lines = markdown.split("\n");
  const start = lines.findIndex(
    (line) => /^#+ /.test(line) && heading.test(line),
  );
  if (start === -1) return [];
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => /^#+ /.test(line));
  const rows = rest
    .slice(0, end === -1 ? undefined : end)
    .filter((line) => line.startsWith("|"));
  return rows
    .slice(2)
    .map((row) => row.split("|")[1]?.trim().replaceAll("`", "") ?? "");
}

/** A pattern for ILIKE: the text anywhere, its own wildcards taken as they stand. */
export const containing = (text: string): string =>
  `%${text.trim().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;

/** A name or an address that means the machine itself. */
export const isLoopbackName = (name: string): boolean =>
  /^(localhost|127(\.\d+){3}|\[?::1\]?)$/i.test(name);

/** One word for a shell, whatever is in it. */
export const quoted = (word: string): string =>
  /^[\w./:@%+=,-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;

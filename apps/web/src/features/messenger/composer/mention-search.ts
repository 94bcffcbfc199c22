export interface MentionSearch {
  readonly sign: "@" | "#" | "##";
  readonly text: string;
  /** Where the sign stands. */
  readonly from: number;
}

/** What is being named before the caret: a sign at the start of a word and what follows it. */
export function mentionSearch(
  text: string,
  caret: number,
): MentionSearch | null {
  const found =
    /(?:^|[\s(«"])(@|##?)([\p{L}\p{N}_.-]*(?: [\p{L}\p{N}_.-]*)?)$/u.exec(
      text.slice(0, caret),
    );
  const [, sign, sought] = found ?? [];
  if (sign === undefined || sought === undefined) return null;
  if (sign !== "@" && sign !== "#" && sign !== "##") return null;
  return { sign, text: sought, from: caret - sought.length - sign.length };
}

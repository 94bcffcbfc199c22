import type { Conversation, PrincipalId } from "@veche/contracts";
import type { Texts } from "../../../platform/texts/texts.tsx";

export interface LastWords {
  /** Who said it, where that isn't plain; null: nobody is named. */
  readonly author: string | null;
  readonly words: string;
}

/** The second line of a row: who said what last. */
export function lastWords(
  { t }: Pick<Texts, "t">,
  { lastMessage, kind, confidentiality }: Conversation,
  me: PrincipalId,
): LastWords {
  if (lastMessage === null)
    return { author: null, words: t("chats.noMessages") };
  const { authorId, authorName, excerpt, hint } = lastMessage;
  const isMine = authorId === me;
  const author = isMine
    ? t("chats.you")
    : kind === "direct"
      ? null
      : (authorName?.split(" ")[0] ?? null);
  if (confidentiality !== null && excerpt === "" && hint === null)
    return { author, words: t("chats.hiddenWords") };
  if (hint === null) return { author, words: excerpt };
  const said = t(`chats.hint.${hint}`);
  return { author, words: excerpt === "" ? said : `${said} · ${excerpt}` };
}

/** Is it silent now? */
export const isMuted = ({ mine }: Conversation, nowMs: number): boolean =>
  mine !== null &&
  (mine.notify === "nothing" ||
    (mine.mutedUntil !== null && Date.parse(mine.mutedUntil) > nowMs));

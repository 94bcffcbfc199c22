import { createContext, use, type ReactNode } from "react";
import type { ErrorTexts, Translator } from "@veche/ui";
import type { en } from "../../texts/en.ts";

/** Every text of the staff app in one language. */
export interface Texts extends Translator<Widen<typeof en>> {
  readonly errors: ErrorTexts;
}

/** The English catalogue names the keys and their parameters; another language has other words for them. */
type Widen<Catalogue> = { readonly [Key in keyof Catalogue]: Catalogue[Key] };

export type TextKey = keyof typeof en;

const TextsContext = createContext<Texts | undefined>(undefined);

export function TextsProvider({
  texts,
  children,
}: {
  readonly texts: Texts;
  readonly children: ReactNode;
}) {
  return <TextsContext value={texts}>{children}</TextsContext>;
}

/** The texts of the reader's language. */
export function useTexts(): Texts {
  const texts = use(TextsContext);
  if (texts === undefined)
    throw new Error("useTexts is used outside TextsProvider");
  return texts;
}

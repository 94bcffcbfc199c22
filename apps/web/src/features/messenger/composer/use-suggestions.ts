import { useQuery } from "@tanstack/react-query";
import type { Conversation } from "@veche/contracts";
import { useState, type KeyboardEvent, type RefObject } from "react";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { useMessenger } from "../messenger-context.tsx";
import { mentionSearch, type MentionSearch } from "./mention-search.ts";
import { suggestionsFor, type Suggestion } from "./suggestions.ts";
import type { Composing } from "./use-composing.ts";

interface Suggesting {
  readonly suggestions: readonly Suggestion[];
  readonly active: number;
  readonly choose: (suggestion: Suggestion) => void;
  /** True: the key was for the list. */
  readonly onKey: (event: KeyboardEvent) => boolean;
  readonly moved: (caret: number) => void;
}

/** Asked of the server while this sign is being written; what was asked a moment ago is not asked again. */
const lately = { retry: false, staleTime: 60_000 } as const;

/** Who and what is found for what is written after the sign. */
function useFound(
  conversation: Conversation,
  search: MentionSearch | null,
): readonly Suggestion[] {
  const { t } = useTexts();
  const { asks, realtime, me } = useMessenger();
  const sought = search?.text ?? "";
  const people = useQuery({
    queryKey: ["people", sought],
    queryFn: () => asks.people(sought),
    enabled: search?.sign === "@" && sought !== "",
    ...lately,
  });
  const tags = useQuery({
    queryKey: ["tags"],
    queryFn: asks.tags,
    enabled: search?.sign === "#",
    ...lately,
  });
  const open = useQuery({
    queryKey: ["open-channels", sought],
    queryFn: () => asks.openChannels(sought),
    enabled: search?.sign === "##",
    ...lately,
  });
  if (search === null) return [];
  return suggestionsFor(search, {
    conversation,
    conversations: realtime.conversations.get(),
    open: open.data ?? [],
    people: people.data ?? [],
    tags: tags.data ?? [],
    me: me.id,
    words: {
      all: t("compose.all"),
      allDetail: t("compose.allDetail"),
      members: (count) => t("chats.members", { count }),
      carriers: (count) => t("compose.carriers", { count }),
    },
  });
}

const stepOf = (key: string, count: number): number | undefined => {
  if (key === "ArrowDown") return 1;
  return key === "ArrowUp" ? count - 1 : undefined;
};

/** Suggests whom to name while a name is written. */
export function useSuggestions(
  conversation: Conversation,
  composing: Composing,
  field: RefObject<HTMLTextAreaElement | null>,
): Suggesting {
  const [caret, setCaret] = useState(0);
  const [active, setActive] = useState(0);
  const [dismissed, setDismissed] = useState<number | null>(null);
  const search = mentionSearch(composing.text, caret);
  const isOpen = search !== null && search.from !== dismissed;
  const suggestions = useFound(conversation, isOpen ? search : null);
  const choose = (suggestion: Suggestion) => {
    if (search === null) return;
    const { text } = composing;
    const after = text.slice(caret);
    composing.setText(
      `${text.slice(0, search.from)}${suggestion.words} ${after.trimStart()}`,
    );
    composing.name(suggestion);
    // It is chosen: the next Enter sends.
    setDismissed(search.from);
    const place = search.from + suggestion.words.length + 1;
    setCaret(place);
    queueMicrotask(() => field.current?.setSelectionRange(place, place));
  };
  const onKey = (event: KeyboardEvent): boolean => {
    const chosen = suggestions[Math.min(active, suggestions.length - 1)];
    if (chosen === undefined || search === null) return false;
    const step = stepOf(event.key, suggestions.length);
    if (step !== undefined) setActive((active + step) % suggestions.length);
    else if (event.key === "Escape") setDismissed(search.from);
    else if (event.key === "Enter" || event.key === "Tab") choose(chosen);
    else return false;
    event.preventDefault();
    return true;
  };
  return {
    suggestions,
    active: Math.min(active, Math.max(0, suggestions.length - 1)),
    choose,
    onKey,
    moved: (to) => {
      setCaret(to);
      setActive(0);
      // That one is over: another may begin at the same place.
      if (search === null) setDismissed(null);
    },
  };
}

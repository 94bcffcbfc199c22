import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import type { Conversation, SearchAnswer, User } from "@veche/contracts";
import { useEffect, useState } from "react";
import { useServices } from "../../../platform/services.tsx";
import { conversationName } from "../conversation-name.ts";
import { listed } from "../list/listed.ts";
import { useNameWords } from "../use-conversation-name.ts";
import {
  foundSections,
  withPage,
  type FoundSection,
  type PagedKind,
} from "./found-rows.ts";

/** The server is asked when the writing pauses. */
const pauseMs = 180;
const localAtMost = 5;

/** Where a page of a kind ended. */
export interface PagePlace {
  readonly kind: PagedKind;
  readonly cursor: string;
}

export interface SearchSource {
  readonly me: User;
  readonly conversations: readonly Conversation[];
  /** With a place: the page of this kind that begins behind it. */
  readonly search: (text: string, after?: PagePlace) => Promise<SearchAnswer>;
  /** Names of people, found by anything on their cards. */
  readonly people: (text: string) => Promise<readonly string[]>;
}

interface Found {
  readonly sections: readonly FoundSection[];
  readonly isAsking: boolean;
  /** Null: nothing failed. */
  readonly failure: Error | null;
  readonly retry: () => void;
  /** Shows the next page of a kind as well. */
  readonly showMore: (kind: PagedKind) => void;
}

function usePaused(text: string): string {
  const { powers } = useServices();
  const [paused, setPaused] = useState(text);
  useEffect(() => powers.after(pauseMs, () => setPaused(text)), [powers, text]);
  return paused;
}

interface Asking {
  readonly place: PagePlace;
  readonly first: SearchAnswer | undefined;
}

/** The first answer for a text, with the pages that were asked for after it. */
function usePages(
  sought: string,
  first: SearchAnswer | undefined,
  search: SearchSource["search"],
) {
  const [kept, setKept] = useState<{
    readonly first: SearchAnswer | undefined;
    readonly whole: SearchAnswer | undefined;
  }>({ first, whole: first });
  const whole = kept.first === first ? kept.whole : first;
  const more = useMutation({
    mutationFn: ({ place }: Asking) => search(sought, place),
    onSuccess: (page, { place: { kind } }) => {
      if (whole !== undefined)
        setKept({ first, whole: withPage(whole, kind, page) });
    },
  });
  const showMore = (kind: PagedKind): void => {
    const cursor = kind === "messages" ? whole?.nextMessages : whole?.nextFiles;
    if (cursor && !more.isPending)
      more.mutate({ place: { kind, cursor }, first });
  };
  // What failed for another text is no news any more.
  const failure = more.variables?.first === first ? more.error : null;
  return { whole, showMore, failure, isPending: more.isPending };
}

/** What is found for a text: at once what is known here, then what the server knows. */
export function useFound(
  text: string,
  { me, conversations, search }: SearchSource,
): Found {
  const words = useNameWords();
  const sought = usePaused(text.trim());
  const query = useQuery({
    queryKey: ["search", sought],
    queryFn: () => search(sought),
    enabled: sought !== "",
    placeholderData: keepPreviousData,
    retry: false,
  });
  const isEmpty = text.trim() === "";
  const local = listed(
    conversations,
    { filter: { kind: "all" }, text },
    { me: me.id, words, openId: undefined },
  ).slice(0, localAtMost);
  const nameOf = (id: string) => {
    const one = conversations.find((conversation) => conversation.id === id);
    return one === undefined
      ? words.untitled
      : conversationName(one, me.id, words);
  };
  const pages = usePages(sought, query.data, search);
  const said = isEmpty ? undefined : pages.whole;
  const sections = foundSections(local, said, nameOf);
  const isAsking =
    !isEmpty && (query.isFetching || pages.isPending || sought !== text.trim());
  const failure = isEmpty ? null : (query.error ?? pages.failure);
  const retry = () => void query.refetch();
  return { sections, isAsking, failure, retry, showMore: pages.showMore };
}

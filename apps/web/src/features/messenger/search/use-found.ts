import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { Conversation, SearchAnswer, User } from "@veche/contracts";
import { useEffect, useState } from "react";
import { useServices } from "../../../platform/services.tsx";
import { conversationName } from "../conversation-name.ts";
import { listed } from "../list/listed.ts";
import { useNameWords } from "../use-conversation-name.ts";
import { foundSections, type FoundSection } from "./found-rows.ts";

/** The server is asked when the writing pauses. */
const pauseMs = 180;
const localAtMost = 5;

export interface SearchSource {
  readonly me: User;
  readonly conversations: readonly Conversation[];
  readonly search: (text: string) => Promise<SearchAnswer>;
  /** Names of people, found by anything on their cards. */
  readonly people: (text: string) => Promise<readonly string[]>;
}

interface Found {
  readonly sections: readonly FoundSection[];
  readonly isAsking: boolean;
  /** Null: nothing failed. */
  readonly failure: Error | null;
  readonly retry: () => void;
}

function usePaused(text: string): string {
  const { powers } = useServices();
  const [paused, setPaused] = useState(text);
  useEffect(() => powers.after(pauseMs, () => setPaused(text)), [powers, text]);
  return paused;
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
  const said = isEmpty ? undefined : query.data;
  const sections = foundSections(local, said, nameOf);
  const isAsking = !isEmpty && (query.isFetching || sought !== text.trim());
  const failure = isEmpty ? null : query.error;
  return { sections, isAsking, failure, retry: () => void query.refetch() };
}

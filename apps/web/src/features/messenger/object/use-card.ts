import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { Conversation, ObjectCard } from "@veche/contracts";
import { useEffect } from "react";
import { useMessenger } from "../messenger-context.tsx";

/** The card of what a conversation is about, as it is now; null where there is none. */
export function useCard({
  id,
  object,
}: Pick<Conversation, "id" | "object">): ObjectCard | null {
  const { realtime, asks } = useMessenger();
  const queries = useQueryClient();
  const isAboutObject = object !== null;
  useEffect(() => {
    if (!isAboutObject) return;
    const askAnew = () =>
      void queries.invalidateQueries({ queryKey: ["card", id] });
    const ends = [
      realtime.on("card.changed", ({ conversationId }) => {
        if (conversationId === id) askAnew();
      }),
      // What was said while the line was away was not heard.
      realtime.state.subscribe(() => {
        if (realtime.state.get().kind === "live") askAnew();
      }),
    ];
    return () => {
      for (const end of ends) end();
    };
  }, [realtime, queries, id, isAboutObject]);
  const { data } = useQuery({
    queryKey: ["card", id],
    queryFn: () => asks.card(id),
    enabled: isAboutObject,
    staleTime: 0,
  });
  return data ?? null;
}

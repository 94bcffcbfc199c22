import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useMessenger } from "../messenger-context.tsx";
import { useDoing } from "../use-doing.ts";

const stickersKey = ["stickers"] as const;

/** The sets of my list, in my order. */
export function useStickerSets() {
  const { asks } = useMessenger();
  return useQuery({ queryKey: stickersKey, queryFn: asks.stickers.mine });
}

/** Sets everybody may take, by a part of the title. */
export function useSharedStickerSets(text: string) {
  const { asks } = useMessenger();
  return useQuery({
    queryKey: [...stickersKey, "shared", text],
    queryFn: () => asks.stickers.shared(text),
  });
}

/** Lets something be done to stickers, says when it failed, and asks anew for what is shown of them. */
export function useStickerDoing(): (work: Promise<unknown>) => void {
  const doing = useDoing();
  const client = useQueryClient();
  return useCallback(
    (work) =>
      doing(
        work.finally(() => client.invalidateQueries({ queryKey: stickersKey })),
      ),
    [doing, client],
  );
}

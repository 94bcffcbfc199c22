import { useQuery } from "@tanstack/react-query";
import { useRest } from "../../platform/services.tsx";

export const rulesKey = ["wrap-up-rules"] as const;

/** The time for wrap-up and the outcomes of sessions. */
export function useRules() {
  const rest = useRest();
  return useQuery({
    queryKey: rulesKey,
    queryFn: ({ signal }) => rest("getWrapUpRules", { signal }),
    staleTime: 60_000,
  });
}

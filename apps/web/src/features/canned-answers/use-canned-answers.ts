import { useQuery } from "@tanstack/react-query";
import { useRest } from "../../platform/services.tsx";

export const cannedAnswersKey = ["canned-answers"] as const;

/** The office's canned answers, asked for anew whenever somebody opens a list of them. */
export function useCannedAnswers() {
  const rest = useRest();
  return useQuery({
    queryKey: cannedAnswersKey,
    queryFn: ({ signal }) => rest("listCannedAnswers", { signal }),
    select: ({ items }) => items,
  });
}

import { useQuery } from "@tanstack/react-query";
import { useRest } from "../../platform/services.tsx";
import { tagsKey } from "./keys.ts";

/** Shared tags and my own. */
export function useTags() {
  const rest = useRest();
  return useQuery({
    queryKey: tagsKey,
    queryFn: () => rest("listTags", {}),
  });
}

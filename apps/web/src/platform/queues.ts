import { useQuery } from "@tanstack/react-query";
import { useRest } from "./services.tsx";

export const queuesKey = ["queues"] as const;

/** The queues of the contact centre, as whoever serves there may see them. */
export function useQueues() {
  const rest = useRest();
  return useQuery({
    queryKey: queuesKey,
    queryFn: ({ signal }) => rest("listQueues", { signal }),
  });
}

import { useQuery } from "@tanstack/react-query";
import type { Conversation } from "@veche/contracts";
import { useMessenger } from "./messenger-context.tsx";

const askedEveryMs = 60_000;

/** How many are in it. Of a large conversation nobody is told who comes and goes: it is asked for while looked at. */
export function useMemberCount({
  id,
  members,
  memberCount,
}: Pick<Conversation, "id" | "members" | "memberCount">): number {
  const { asks } = useMessenger();
  const { data } = useQuery({
    queryKey: ["memberCount", id],
    queryFn: () => asks.memberCount(id),
    enabled: members.length < memberCount,
    staleTime: askedEveryMs,
    refetchInterval: askedEveryMs,
    retry: false,
  });
  return members.length < memberCount ? (data ?? memberCount) : memberCount;
}

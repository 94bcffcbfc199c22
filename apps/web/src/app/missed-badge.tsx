import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { renewMyCalls, useMyCalls } from "../features/my-calls/use-my-calls.ts";
import { useMe } from "../platform/me.tsx";
import { useTexts } from "../platform/texts/texts.tsx";
import { Badge } from "./badge.tsx";
import { useWorkplace } from "./workplace-context.ts";

/** Something of my calls is another than before: a ring is over, a call of mine has ended, or the line is back. */
function useRenewal(): void {
  const { calls, realtime } = useWorkplace();
  const me = useMe();
  const queries = useQueryClient();
  useEffect(() => {
    const renew = () => renewMyCalls(queries);
    const endings = [
      calls.state.subscribe(() => {
        if (calls.state.get().kind === "none") renew();
      }),
      // I was in another call, and nothing rang.
      realtime.on("call.changed", ({ call }) => {
        const isMine = call.participants.some(
          ({ principalId }) => principalId === me.id,
        );
        if (call.state === "ended" && isMine) renew();
      }),
      realtime.state.subscribe(() => {
        if (realtime.state.get().kind === "live") renew();
      }),
    ];
    return () => {
      for (const end of endings) end();
    };
  }, [calls, realtime, me.id, queries]);
}

/** How many calls were missed since I looked at them last. */
export function MissedBadge() {
  const { t } = useTexts();
  const { data } = useMyCalls("missed");
  useRenewal();
  const count = data?.pages[0]?.missedCount ?? 0;
  return <Badge count={count} words={t("myCalls.missedCount", { count })} />;
}

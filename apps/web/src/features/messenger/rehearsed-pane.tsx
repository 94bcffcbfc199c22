import type { Conversation } from "@veche/contracts";
import { Activity, Suspense, useEffect, useState } from "react";
import { useServices } from "../../platform/services.tsx";
import { useSteady } from "../../platform/use-steady.ts";
import { ConversationPane } from "./load-pane.ts";
import { useMessenger } from "./messenger-context.tsx";

/** When the page stands, and the ends of the first logs were read from the cache. */
const rehearsedAfterMs = 1_000;

/**
 * A conversation drawn out of sight while none is open and the page has nothing else to do: all of its code has then
 * run before, and the first one that is opened comes as quickly as any other.
 */
export function RehearsedPane() {
  const { realtime } = useMessenger();
  const { powers } = useServices();
  const [rehearsed, setRehearsed] = useState<Conversation>();
  const choose = useSteady(() =>
    setRehearsed(
      realtime.conversations
        .get()
        .find(({ confidentiality }) => confidentiality === null),
    ),
  );
  useEffect(() => powers.after(rehearsedAfterMs, choose), [powers, choose]);
  if (rehearsed === undefined) return null;
  return (
    <Activity mode="hidden">
      <Suspense fallback={null}>
        <ConversationPane conversation={rehearsed} startSeq={null} />
      </Suspense>
    </Activity>
  );
}

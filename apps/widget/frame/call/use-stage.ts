import type { CallSession, CallSnapshot } from "@veche/call-client";
import { useNow } from "../parts/use-now.ts";
import { useReadable } from "../parts/use-readable.ts";
import { useTexts, useWidget } from "../parts/widget-context.ts";
import { isOnHold } from "../session/requests.ts";
import { stageOf, type StageView } from "./stage-view.ts";

const noLine = { get: () => null, subscribe: () => () => undefined };

/** The stage of the tab's call, renewed each second. */
export function useStage(session: CallSession): {
  readonly view: StageView;
  readonly snapshot: CallSnapshot;
} {
  const { settings, client, requests } = useWidget();
  const translator = useTexts();
  const snapshot = useReadable(session.snapshot);
  const { branding } = useReadable(settings);
  const line = useReadable(useReadable(client)?.state ?? noLine);
  const request = useReadable(requests.current);
  const facts = {
    snapshot,
    nowMs: useNow(),
    companyName: branding.productName,
    isHeard: line?.kind === "live",
    isOnHold: isOnHold(request),
    transfer: request?.transfer ?? null,
  };
  return { view: stageOf(facts, translator), snapshot };
}

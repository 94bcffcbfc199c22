import type { EventBus } from "../../../platform/event-bus.ts";
import type { GuardedFetch } from "../../../platform/guarded-fetch/guarded-fetch.ts";
import { firstLink } from "../domain/first-link.ts";
import { createPreviewWork, type PreviewWorkDeps } from "./preview-work.ts";

export interface PreviewsDeps extends Omit<PreviewWorkDeps, "fetchPage"> {
  readonly bus: EventBus;
  readonly fetchPage?: GuardedFetch;
}

/** Link previews, where they are switched on. */
export interface Previews extends AsyncDisposable {
  start(): void;
  quiet(): Promise<void>;
}

export function createPreviews({
  fetchPage,
  ...deps
}: PreviewsDeps): Previews | undefined {
  if (fetchPage === undefined) return undefined;
  const work = createPreviewWork({ ...deps, fetchPage });
  const hearing = deps.bus.on("timeline.appended", ({ events }) => {
    const isLinking = events.some(
      (event) => "body" in event && firstLink(event.body) !== null,
    );
    if (isLinking) work.nudge();
  });
  return {
    start: () => {
      work.ring();
    },
    quiet: () => work.quiet(),
    async [Symbol.asyncDispose]() {
      hearing[Symbol.dispose]();
      await work[Symbol.asyncDispose]();
    },
  };
}

import { useCallback } from "react";
import { notifyDone, notifyFailure } from "../../platform/kit/notify.ts";
import { useTexts } from "../../platform/texts/texts.tsx";

/** Lets something be done and says when it failed; `done` is said when it worked. */
export function useDoing(): (work: Promise<unknown>, done?: string) => void {
  const texts = useTexts();
  return useCallback(
    (work, done) => {
      work.then(
        () => {
          if (done !== undefined) notifyDone(texts, done);
        },
        (failure: unknown) => notifyFailure(texts, failure),
      );
    },
    [texts],
  );
}

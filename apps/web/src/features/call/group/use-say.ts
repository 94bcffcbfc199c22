import type { CallFloor } from "@veche/call-client";
import { useCallback } from "react";
import { notifyFailure } from "../../../platform/kit/notify.ts";
import { useTexts } from "../../../platform/texts/texts.tsx";

/** What a button says of the call's order. */
export type Say = (...words: Parameters<CallFloor["say"]>) => void;

/** Says it, and tells why it was refused. */
export function useSay({ say }: Pick<CallFloor, "say">): Say {
  const texts = useTexts();
  return useCallback(
    (name, params) =>
      void say(name, params).catch((failure: unknown) =>
        notifyFailure(texts, failure),
      ),
    [say, texts],
  );
}

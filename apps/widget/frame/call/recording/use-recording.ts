import { myConsentIn, type MyConsent } from "@veche/call-client";
import {
  CONSENT_TEXT_VERSION,
  type Recording,
  type RecordingPurpose,
} from "@veche/contracts";
import { consentEn, consentRu, createTranslator } from "@veche/ui";
import { useMemo } from "preact/hooks";
import { useReadable } from "../../parts/use-readable.ts";
import { useTexts, useWidget } from "../../parts/widget-context.ts";
import type { Widget } from "../../session/widget.ts";

/** A recording of my call that goes on, and what I have said to it. */
export interface ShownRecording {
  readonly recording: Recording;
  readonly mine: MyConsent | null;
}

/** Null while nobody records the call. */
export function useRecording(): ShownRecording | null {
  const { recording: told, calls, me } = useWidget();
  const recording = useReadable(told);
  const call = useReadable(calls.current);
  const myId = me();
  const isShown =
    recording?.state === "recording" && recording.callId === call?.id;
  if (recording === null || !isShown || myId === null) return null;
  return { recording, mine: myConsentIn(recording, myId) };
}

/** The words of the question and of the lamp in the visitor's language. */
export function useConsentTexts() {
  const { language } = useTexts();
  return useMemo(
    () =>
      createTranslator<typeof consentEn>({
        language,
        // The catalogues hold the same keys and parameters; only the sentences differ.
        catalogue: (language === "ru"
          ? consentRu
          : consentEn) as typeof consentEn,
      }),
    [language],
  );
}

/** Agrees to these purposes and to no other; none of them withdraws the consent. */
export const answer = (
  { send }: Pick<Widget, "send">,
  { id: recordingId }: Recording,
  purposes: readonly RecordingPurpose[],
): Promise<unknown> =>
  send("recording.consent", {
    ...{ recordingId, purposes: [...purposes] },
    textVersion: CONSENT_TEXT_VERSION,
  });

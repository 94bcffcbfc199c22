import { playTestTone, type LocalMediaSnapshot } from "@veche/call-client";
import { iconVolume } from "@veche/ui";
import { useState } from "preact/hooks";
import { Icon } from "../parts/icon.tsx";
import { useTexts } from "../parts/widget-context.ts";
import { useCall } from "./call-context.ts";

/** Plays a short tone on the chosen speaker. */
export function SpeakerTest({ state }: { readonly state: LocalMediaSnapshot }) {
  const { control } = useCall();
  const { t } = useTexts();
  const [isAsked, setAsked] = useState(false);
  const play = () => {
    setAsked(true);
    // A browser without sound plays nothing, and the question stays.
    playTestTone(control.platform, state.chosen.speaker).catch(() => undefined);
  };
  return (
    <button type="button" class="text-button" onClick={play}>
      <Icon paths={iconVolume} size={18} /> {t("prejoin.testSpeaker")}
      <span role="status">{isAsked ? ` · ${t("prejoin.testing")}` : null}</span>
    </button>
  );
}

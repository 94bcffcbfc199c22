import { ActionIcon } from "@mantine/core";
import { iconCheck, iconMicrophone, iconTrash } from "@veche/ui";
import { useEffect, useRef, useState } from "react";
import { Icon } from "../../../platform/kit/icon.tsx";
import { notifyDone } from "../../../platform/kit/notify.ts";
import { useNow } from "../../../platform/now.ts";
import { useServices } from "../../../platform/services.tsx";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { ToolButton } from "../tool-button.tsx";
import { recordVoice, type VoiceRecording } from "./record-voice.ts";
import styles from "./composer.module.css";

interface VoiceButtonProps {
  readonly isRecording: boolean;
  readonly onRecording: (isRecording: boolean) => void;
  readonly onRecorded: (file: File) => void;
}

function Elapsed({ sinceMs }: { readonly sinceMs: number }) {
  const { t, clock } = useTexts();
  const nowMs = useNow(250);
  return (
    <span className={styles["recording"]} role="status">
      <span className={styles["lamp"]} aria-hidden="true" />
      {t("compose.recording")} {clock(nowMs - sinceMs)}
    </span>
  );
}

function useRecording({ onRecording, onRecorded }: VoiceButtonProps) {
  const texts = useTexts();
  const { powers } = useServices();
  const recording = useRef<VoiceRecording | null>(null);
  const [sinceMs, setSince] = useState(0);
  useEffect(() => () => recording.current?.cancel(), []);
  const start = async () => {
    try {
      recording.current = await recordVoice();
      setSince(powers.nowMs());
      onRecording(true);
    } catch {
      notifyDone(texts, texts.t("deviceError.denied.happened"));
    }
  };
  const finish = async () => {
    const file = await recording.current?.finish();
    recording.current = null;
    onRecording(false);
    if (file !== undefined) onRecorded(file);
  };
  const cancel = () => {
    recording.current?.cancel();
    recording.current = null;
    onRecording(false);
  };
  return { sinceMs, start, finish, cancel };
}

/** Records a voice message, which then stands among the files to be sent. */
export function VoiceButton(props: VoiceButtonProps) {
  const texts = useTexts();
  const { sinceMs, start, finish, cancel } = useRecording(props);
  if (!props.isRecording)
    return (
      <ToolButton
        icon={iconMicrophone}
        name={texts.t("compose.voice")}
        size={38}
        shape="round"
        onClick={() => void start()}
      />
    );
  return (
    <>
      <Elapsed sinceMs={sinceMs} />
      <ActionIcon
        variant="subtle"
        color="red"
        size={38}
        radius="xl"
        aria-label={texts.t("compose.voiceCancel")}
        onClick={cancel}
      >
        <Icon paths={iconTrash} />
      </ActionIcon>
      <ActionIcon
        size={38}
        radius="xl"
        aria-label={texts.t("compose.voiceDone")}
        onClick={() => void finish()}
      >
        <Icon paths={iconCheck} />
      </ActionIcon>
    </>
  );
}

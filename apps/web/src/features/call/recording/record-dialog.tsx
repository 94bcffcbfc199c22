import { Button, Group, Text } from "@mantine/core";
import {
  recordingPurposes,
  type CallId,
  type Recording,
  type RecordingPurpose,
} from "@veche/contracts";
import { useState, type ReactNode } from "react";
import { notifyFailure } from "../../../platform/kit/notify.ts";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { CallDialog } from "./call-dialog.tsx";
import { PurposeList } from "./purpose-list.tsx";
import { useCallRecordings } from "./recordings-context.ts";

interface RecordDialogProps {
  readonly callId: CallId;
  /** The one to be stopped; without it one is started. */
  readonly going: Recording | undefined;
  readonly onClose: () => void;
}

interface FrameProps {
  readonly title: string;
  readonly yes: string;
  readonly isShut?: boolean;
  readonly act: () => Promise<void>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

function Frame({ title, yes, isShut, act, onClose, children }: FrameProps) {
  const texts = useTexts();
  const [isBusy, setBusy] = useState(false);
  const go = async () => {
    setBusy(true);
    try {
      await act();
      onClose();
    } catch (failure) {
      notifyFailure(texts, failure);
      setBusy(false);
    }
  };
  return (
    <CallDialog title={title} onClose={onClose}>
      {children}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {texts.t("action.cancel")}
        </Button>
        <Button
          color="red"
          loading={isBusy}
          disabled={isShut === true}
          onClick={() => void go()}
        >
          {yes}
        </Button>
      </Group>
    </CallDialog>
  );
}

function Starting({ callId, onClose }: RecordDialogProps) {
  const { t } = useTexts();
  const { start } = useCallRecordings();
  const [chosen, setChosen] = useState<readonly RecordingPurpose[]>([
    "minutes",
  ]);
  return (
    <Frame
      title={t("recording.startTitle")}
      yes={t("recording.startNow")}
      isShut={chosen.length === 0}
      act={() => start(callId, chosen)}
      onClose={onClose}
    >
      <Text>{t("recording.startAdvice")}</Text>
      <PurposeList
        label={t("recording.startPurposes")}
        purposes={recordingPurposes}
        chosen={chosen}
        onChange={setChosen}
      />
    </Frame>
  );
}

/** Asks what a recording is to be for, or whether it is to be stopped. */
export function RecordDialog(props: RecordDialogProps) {
  const { t } = useTexts();
  const { stop } = useCallRecordings();
  const { going, onClose } = props;
  if (going === undefined) return <Starting {...props} />;
  return (
    <Frame
      title={t("recording.stopTitle")}
      yes={t("recording.stopNow")}
      act={() => stop(going)}
      onClose={onClose}
    >
      <Text>{t("recording.stopAdvice")}</Text>
    </Frame>
  );
}

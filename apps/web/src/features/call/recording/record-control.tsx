import { useQuery } from "@tanstack/react-query";
import type { Call, Recording } from "@veche/contracts";
import { iconPlayerRecord, iconPlayerStop } from "@veche/ui";
import { lazy, Suspense, useState } from "react";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { Control } from "../control-bar.tsx";
import { useCallRecordings, useRecordingOf } from "./recordings-context.ts";

const RecordDialog = lazy(() =>
  import("./record-dialog.tsx").then((file) => ({
    default: file.RecordDialog,
  })),
);

interface RecordControlProps {
  readonly call: Call | null;
}

/** Starts and stops the recording of a call, for whoever has the right; nothing for all others. */
export function RecordControl({ call }: RecordControlProps) {
  const { t } = useTexts();
  const { right, myId } = useCallRecordings();
  const recording = useRecordingOf(call?.id);
  const [isAsked, setAsked] = useState<Recording | "start" | null>(null);
  const { data } = useQuery({
    queryKey: ["recording-right", myId],
    queryFn: right,
  });
  const isAllowed = data?.mayRecord === true && data.isPossible;
  if (!isAllowed || call === null || call.state === "ringing") return null;
  const isOn = recording !== undefined;
  return (
    <>
      <Control
        icon={isOn ? iconPlayerStop : iconPlayerRecord}
        words={t(isOn ? "recording.stop" : "recording.start")}
        tone={isOn ? "loud" : "plain"}
        onClick={() => setAsked(recording ?? "start")}
      />
      {isAsked !== null && (
        <Suspense fallback={null}>
          <RecordDialog
            callId={call.id}
            going={isAsked === "start" ? undefined : isAsked}
            onClose={() => setAsked(null)}
          />
        </Suspense>
      )}
    </>
  );
}

import { Button } from "@mantine/core";
import { myConsentIn, type MyConsent } from "@veche/call-client";
import type { CallId, Recording } from "@veche/contracts";
import { lazy, Suspense, useState } from "react";
import { useServerNow } from "../../../platform/server-now.tsx";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { useCallRecordings, useRecordingOf } from "./recordings-context.ts";
import styles from "./recording.module.css";

const ConsentDialog = lazy(() =>
  import("./consent-dialog.tsx").then((file) => ({
    default: file.ConsentDialog,
  })),
);

interface StripProps {
  readonly recording: Recording;
  readonly size: "whole" | "small";
}

/** Who records the call, and since when. */
function Lamp({ recording, size }: StripProps) {
  const { t, time, clock } = useTexts();
  const { myId } = useCallRecordings();
  const nowMs = useServerNow();
  const { startedAt, startedBy, startedByName: name } = recording;
  const lasts = clock(nowMs - Date.parse(startedAt));
  return (
    <span className={styles["lamp"]}>
      <span className={styles["light"]} aria-hidden="true" />
      <span role="status">
        {startedBy === myId ? t("recording.byMe") : t("recording.by", { name })}{" "}
        {size === "whole" && t("recording.since", { at: time(startedAt) })}
      </span>
      <span className={styles["time"]} aria-hidden="true">
        {lasts}
      </span>
    </span>
  );
}

const standing = {
  asked: "recording.mineAsked",
  given: "recording.mineGiven",
  not_given: "recording.mineNot",
} as const satisfies Record<MyConsent["kind"], string>;

function Mine({
  recording,
  size,
  mine,
}: StripProps & { readonly mine: MyConsent }) {
  const { t } = useTexts();
  // Whoever is asked sees the question at once; closed, it waits behind the button.
  const [isOpen, setOpen] = useState(mine.kind === "asked");
  return (
    <>
      {size === "whole" && <span>{t(standing[mine.kind])}</span>}
      <Button
        size="compact-sm"
        variant={mine.kind === "asked" ? "filled" : "default"}
        onClick={() => setOpen(true)}
      >
        {t(mine.kind === "asked" ? "recording.answer" : "recording.myConsent")}
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <ConsentDialog
            {...{ recording, mine }}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  );
}

/** The lamp of a recorded call with my own part in it; nothing while nobody records. */
export function RecordingStrip({
  callId,
  size = "whole",
}: {
  readonly callId: CallId | undefined;
  readonly size?: StripProps["size"];
}) {
  const { myId } = useCallRecordings();
  const recording = useRecordingOf(callId);
  if (recording === undefined) return null;
  const mine = myConsentIn(recording, myId);
  return (
    <div className={styles["strip"]} data-size={size}>
      <Lamp recording={recording} size={size} />
      {mine !== null && (
        <Mine key={recording.id} {...{ recording, size, mine }} />
      )}
    </div>
  );
}

import { Button, Select } from "@mantine/core";
import type { OpenedRecording, RecordingLinkWish } from "@veche/contracts";
import { useState } from "react";
import { CopiedCode } from "../../platform/kit/copied-code.tsx";
import { DialogForm } from "../../platform/kit/dialog-form.tsx";
import { Dialog } from "../../platform/kit/dialog.tsx";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { useActOn } from "./use-recordings.ts";
import { useWatchable } from "./use-watchable.ts";
import styles from "./recordings.module.css";

interface NewLinkProps {
  readonly opened: OpenedRecording;
  readonly onClose: () => void;
}

const spans = [
  { hours: 1, words: "recordings.hour" },
  { hours: 24, words: "recordings.day" },
  { hours: 168, words: "recordings.week" },
  { hours: 720, words: "recordings.month" },
] as const;

interface WishProps extends NewLinkProps {
  readonly onMade: (url: string) => void;
}

function LinkWish({ opened, onClose, onMade }: WishProps) {
  const { t } = useTexts();
  const rest = useRest();
  const { nameOf, ids } = useWatchable(opened);
  const [compositionId, setComposition] =
    useState<RecordingLinkWish["compositionId"]>(null);
  const [hours, setHours] = useState<number>(24);
  const making = useActOn(
    async () => {
      const { url } = await rest("makeRecordingLink", {
        params: { recordingId: opened.recording.id },
        body: { compositionId, hours },
      });
      onMade(url);
    },
    { done: t("recordings.linkMade") },
  );
  return (
    <DialogForm
      title={t("recordings.makeLink")}
      words={t("recordings.makeLinkNow")}
      isBusy={making.isPending}
      onSubmit={() => making.mutate(undefined)}
      onClose={onClose}
    >
      <Select
        data-autofocus
        label={t("recordings.linkShows")}
        allowDeselect={false}
        value={compositionId ?? ""}
        data={ids.map((id) => ({ value: id ?? "", label: nameOf(id) }))}
        onChange={(chosen) =>
          setComposition(ids.find((id) => id === chosen) ?? null)
        }
      />
      <Select
        label={t("recordings.linkLasts")}
        allowDeselect={false}
        value={String(hours)}
        data={spans.map((span) => ({
          value: String(span.hours),
          label: t(span.words),
        }))}
        onChange={(chosen) => setHours(Number(chosen ?? hours))}
      />
    </DialogForm>
  );
}

/** Asks what a link shows and how long, makes it, and tells its address. */
export function NewLink(props: NewLinkProps) {
  const { t } = useTexts();
  const [url, setUrl] = useState<string | null>(null);
  if (url === null) return <LinkWish {...props} onMade={setUrl} />;
  return (
    <Dialog title={t("recordings.linkReady")} onClose={props.onClose}>
      <div className={styles["made"]}>
        <p className={styles["quiet"]}>{t("recordings.linkReadyAdvice")}</p>
        <CopiedCode label={t("recordings.linkAddress")} code={url} />
        <div className={styles["end"]}>
          <Button onClick={props.onClose}>{t("action.close")}</Button>
        </div>
      </div>
    </Dialog>
  );
}

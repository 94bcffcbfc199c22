import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { RecordingDeletion } from "@veche/contracts";
import { iconTrash } from "@veche/ui";
import { useState } from "react";
import { Dialog } from "../../platform/kit/dialog.tsx";
import { EmptyState } from "../../platform/kit/empty-state.tsx";
import { Icon } from "../../platform/kit/icon.tsx";
import { Loaded } from "../../platform/kit/loaded.tsx";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { recordingsKey } from "./recordings-key.ts";
import styles from "./recordings.module.css";

function Deletion({ deletion }: { readonly deletion: RecordingDeletion }) {
  const { t, dateTime } = useTexts();
  const { startedAt, decidedAt, removedAt, byName, files } = deletion;
  return (
    <li>
      <details>
        <summary>
          {t("recordings.deletionOf", { at: dateTime(startedAt) })}
          <small className={styles["quiet"]}>
            {byName ?? t("recordings.byRule")}, {dateTime(decidedAt)}.{" "}
            {removedAt === null
              ? t("recordings.removing")
              : t("recordings.removedFiles", { count: files.length })}
          </small>
        </summary>
        <ul className={styles["hashes"]}>
          {files.map(({ file, sizeBytes, sha256 }) => (
            <li key={file}>
              {file}, {t("file.bytes", { count: sizeBytes })}
              <code>SHA-256 {sha256}</code>
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}

function DeletionList({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTexts();
  const rest = useRest();
  const query = useQuery({
    queryKey: [...recordingsKey, "deletions"],
    queryFn: ({ signal }) => rest("listDeletions", { signal }),
  });
  return (
    <Dialog title={t("recordings.deletions")} size="xl" onClose={onClose}>
      <p className={styles["quiet"]}>{t("recordings.deletionsLead")}</p>
      <Loaded query={query}>
        {({ deletions }) =>
          deletions.length === 0 ? (
            <EmptyState
              icon={iconTrash}
              title={t("recordings.noDeletions")}
              advice={t("recordings.noDeletionsAdvice")}
            />
          ) : (
            <ul className={styles["list"]}>
              {deletions.map((deletion) => (
                <Deletion key={deletion.recordingId} deletion={deletion} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Dialog>
  );
}

/** Opens the proof of what was deleted. */
export function DeletionsButton() {
  const { t } = useTexts();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="default"
        leftSection={<Icon paths={iconTrash} size={18} />}
        onClick={() => setOpen(true)}
      >
        {t("recordings.deletions")}
      </Button>
      {isOpen && <DeletionList onClose={() => setOpen(false)} />}
    </>
  );
}

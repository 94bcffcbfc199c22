import { iconPencil, iconX } from "@veche/ui";
import { lazy, Suspense, useState } from "react";
import { Icon } from "../../../platform/kit/icon.tsx";
import { useStore } from "../../../platform/store/use-store.ts";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { sizeWords } from "../files/size-words.ts";
import { ChooseAgain } from "../files/choose-again.tsx";
import type { Upload } from "../files/upload.ts";
import { iconFile } from "../icons.ts";
import { useMessenger } from "../messenger-context.tsx";
import { filesAtMost, type Composing } from "./use-composing.ts";
import styles from "./composer.module.css";

const PictureEditor = lazy(() =>
  import("../picture-editor/picture-editor.tsx").then((file) => ({
    default: file.PictureEditor,
  })),
);

const isEditable = ({ mediaType, localUrl }: Upload): boolean =>
  localUrl !== null &&
  mediaType.startsWith("image/") &&
  mediaType !== "image/gif" &&
  mediaType !== "image/svg+xml";

interface PendingFileProps {
  readonly upload: Upload;
  readonly onEdit: () => void;
  readonly onDrop: () => void;
}

function PendingFile({ upload, onEdit, onDrop }: PendingFileProps) {
  const texts = useTexts();
  const state = useStore(upload.state);
  const { name, mediaType, sizeBytes, localUrl } = upload;
  const isPicture = mediaType.startsWith("image/");
  return (
    <li className={styles["file"]} data-failed={state.kind === "failed"}>
      {isPicture && localUrl !== null ? (
        <img src={localUrl} alt="" />
      ) : (
        <Icon paths={iconFile} size={26} />
      )}
      <span className={styles["fileText"]}>
        <span className={styles["fileName"]} title={name}>
          {name}
        </span>
        <span className={styles["fileSize"]}>
          {state.kind === "failed"
            ? texts.errors[state.code].happened
            : sizeWords(texts, sizeBytes)}
        </span>
        {state.kind === "sending" && (
          <progress
            value={state.share}
            aria-label={texts.t("file.progress", { name })}
          />
        )}
        {state.kind === "missing" && <ChooseAgain upload={upload} />}
      </span>
      {isEditable(upload) && (
        <button
          type="button"
          onClick={onEdit}
          aria-label={texts.t("file.edit", { name })}
          title={texts.t("file.editIt")}
        >
          <Icon paths={iconPencil} size={16} />
        </button>
      )}
      <button
        type="button"
        onClick={onDrop}
        aria-label={texts.t("file.cancel", { name })}
      >
        <Icon paths={iconX} size={16} />
      </button>
    </li>
  );
}

/** Files that will go with the message; they are on their way already. */
export function PendingFiles({ composing }: { readonly composing: Composing }) {
  const { t } = useTexts();
  const { uploads } = useMessenger();
  const [edited, setEdited] = useState<Upload | null>(null);
  const { files } = composing;
  if (files.length === 0) return null;
  return (
    <>
      <ul className={styles["files"]} aria-label={t("compose.files")}>
        {files.map((upload) => (
          <PendingFile
            key={upload.uploadId}
            upload={upload}
            onEdit={() => setEdited(upload)}
            onDrop={() => upload.cancel()}
          />
        ))}
      </ul>
      {files.length >= filesAtMost && (
        <p className={styles["limit"]}>
          {t("compose.filesLimit", { count: filesAtMost })}
        </p>
      )}
      {typeof edited?.localUrl === "string" && (
        <Suspense fallback={null}>
          <PictureEditor
            url={edited.localUrl}
            name={edited.name}
            onClose={() => setEdited(null)}
            onDone={(file) => {
              uploads.replace(edited, file);
              setEdited(null);
            }}
          />
        </Suspense>
      )}
    </>
  );
}

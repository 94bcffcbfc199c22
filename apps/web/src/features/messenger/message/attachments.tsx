import type { Attachment, MessageCreated } from "@veche/contracts";
import { useState } from "react";
import { Icon } from "../../../platform/kit/icon.tsx";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { useConversation } from "../conversation/conversation-context.tsx";
import { fileAddress } from "../../../platform/files/file-address.ts";
import { sizeWords } from "../files/size-words.ts";
import { iconDownload, iconFile, iconPlay } from "../icons.ts";
import { Sound } from "./sound.tsx";
import styles from "./attachments.module.css";

interface OneProps {
  readonly message: MessageCreated;
  readonly attachment: Attachment;
}

const isShown = ({ kind }: Attachment): boolean =>
  kind === "picture" || kind === "video";

/** A place of the right shape before the bytes come. */
const shapeOf = ({ width, height }: Attachment): string =>
  width === null || height === null
    ? "4 / 3"
    : String(Math.min(2.4, Math.max(0.6, width / height)));

function Shown({
  message,
  attachment,
  isAlone,
}: OneProps & { readonly isAlone: boolean }) {
  const { t } = useTexts();
  const { showGallery } = useConversation();
  const [isFailed, setFailed] = useState(false);
  const { fileId, name, kind, hasPreview } = attachment;
  const hasPicture = !isFailed && (kind === "picture" || hasPreview);
  return (
    <button
      type="button"
      className={styles["shown"]}
      style={
        isAlone
          ? {
              aspectRatio: shapeOf(attachment),
              width: Math.min(420, attachment.width ?? 360),
            }
          : undefined
      }
      aria-label={t(
        kind === "picture" ? "file.openPicture" : "file.openVideo",
        { name },
      )}
      onClick={() => showGallery(message, attachment)}
    >
      {hasPicture ? (
        <img
          src={fileAddress(fileId, hasPreview ? "preview" : "whole")}
          alt={name}
          loading="lazy"
          decoding="async"
          onError={() => setFailed(true)}
        />
      ) : (
        <Icon paths={iconFile} size={32} />
      )}
      {kind === "video" && (
        <span className={styles["play"]}>
          <Icon paths={iconPlay} size={24} />
        </span>
      )}
    </button>
  );
}

function Document({ message, attachment }: OneProps) {
  const texts = useTexts();
  const { conversation, showGallery } = useConversation();
  const { fileId, name, sizeBytes, mediaType, hasPreview } = attachment;
  const isPdf = mediaType === "application/pdf";
  const mayTake = conversation.confidentiality === null;
  return (
    <div className={styles["document"]}>
      <button
        type="button"
        className={styles["documentOpen"]}
        disabled={!isPdf}
        onClick={() => showGallery(message, attachment)}
        aria-label={texts.t("file.open", { name })}
      >
        {hasPreview ? (
          <img src={fileAddress(fileId, "thumbnail")} alt="" loading="lazy" />
        ) : (
          <span className={styles["documentMark"]}>
            {name.split(".").at(-1)?.slice(0, 4).toUpperCase()}
          </span>
        )}
      </button>
      <span className={styles["documentText"]}>
        <span className={styles["documentName"]} title={name}>
          {name}
        </span>
        <span className={styles["documentSize"]}>
          {sizeWords(texts, sizeBytes)}
        </span>
      </span>
      {mayTake && (
        <a
          className={styles["take"]}
          href={fileAddress(fileId)}
          download={name}
          aria-label={texts.t("file.download", { name })}
          title={texts.t("file.downloadIt")}
        >
          <Icon paths={iconDownload} size={18} />
        </a>
      )}
    </div>
  );
}

/** Files of a message: pictures and videos as a grid, sound to be played in place, the rest by name. */
export function Attachments({ message }: { readonly message: MessageCreated }) {
  const { attachments = [] } = message;
  const shown = attachments.filter(isShown);
  const rest = attachments.filter((one) => !isShown(one));
  return (
    <>
      {shown.length > 0 && (
        <div className={styles["grid"]} data-count={Math.min(shown.length, 4)}>
          {shown.map((attachment) => (
            <Shown
              key={attachment.fileId}
              message={message}
              attachment={attachment}
              isAlone={shown.length === 1}
            />
          ))}
        </div>
      )}
      {rest.map((attachment) =>
        attachment.kind === "audio" ? (
          <Sound key={attachment.fileId} attachment={attachment} />
        ) : (
          <Document
            key={attachment.fileId}
            message={message}
            attachment={attachment}
          />
        ),
      )}
    </>
  );
}

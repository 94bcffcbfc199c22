import type { Attachment, TimelineEntry } from "@veche/contracts";
import { iconChevronLeft, iconChevronRight, iconX } from "@veche/ui";
import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { Icon } from "../../../platform/kit/icon.tsx";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { Confidential } from "../confidential/confidential.tsx";
import { useConversation } from "../conversation/conversation-context.tsx";
import { fileAddress } from "../../../platform/files/file-address.ts";
import { iconDownload } from "../icons.ts";
import type { GalleryPlace } from "./gallery-place.ts";
import { galleryItems } from "./gallery-items.ts";
import styles from "./gallery.module.css";

interface GalleryProps {
  readonly place: GalleryPlace;
  readonly entries: readonly TimelineEntry[];
  readonly onClose: () => void;
}

function Shown({ item }: { readonly item: Attachment }) {
  const { conversation } = useConversation();
  return (
    <Confidential conversation={conversation}>
      <div className={styles["shown"]}>
        <Bytes item={item} />
      </div>
    </Confidential>
  );
}

function Bytes({ item }: { readonly item: Attachment }) {
  const [isLarge, setLarge] = useState(false);
  if (item.kind === "video")
    return <video src={fileAddress(item.fileId)} controls autoPlay />;
  const variant = item.kind === "picture" ? "whole" : "preview";
  return (
    <img
      src={fileAddress(item.fileId, variant)}
      alt={item.name}
      data-large={isLarge}
      draggable={false}
      onClick={() => setLarge(!isLarge)}
    />
  );
}

interface HeadProps extends Pick<GalleryProps, "onClose"> {
  readonly item: Attachment;
  readonly index: number;
  readonly count: number;
}

function Head({ item, index, count, onClose }: HeadProps) {
  const { t } = useTexts();
  const { conversation } = useConversation();
  return (
    <header className={styles["head"]}>
      <span className={styles["name"]}>{item.name}</span>
      <span>{t("gallery.place", { index: index + 1, count })}</span>
      {conversation.confidentiality === null && (
        <a
          href={fileAddress(item.fileId)}
          download={item.name}
          aria-label={t("file.download", { name: item.name })}
        >
          <Icon paths={iconDownload} />
        </a>
      )}
      <button type="button" onClick={onClose} aria-label={t("action.close")}>
        <Icon paths={iconX} />
      </button>
    </header>
  );
}

interface StepButtonProps {
  readonly way: "previous" | "next";
  readonly isLast: boolean;
  readonly onPress: () => void;
}

function StepButton({ way, isLast, onPress }: StepButtonProps) {
  const { t } = useTexts();
  return (
    <button
      type="button"
      disabled={isLast}
      onClick={onPress}
      aria-label={t(`gallery.${way}`)}
    >
      <Icon
        paths={way === "previous" ? iconChevronLeft : iconChevronRight}
        size={28}
      />
    </button>
  );
}

/** One picture after another, with the arrows; Escape goes back. */
export function Gallery({ place, entries, onClose }: GalleryProps) {
  const { t } = useTexts();
  const dialog = useRef<HTMLDialogElement>(null);
  const items = galleryItems(entries);
  const [index, setIndex] = useState(() =>
    Math.max(
      0,
      items.findIndex(({ fileId }) => fileId === place.attachment.fileId),
    ),
  );
  const item = items[index] ?? place.attachment;
  useEffect(() => dialog.current?.showModal(), []);
  const step = (by: number) =>
    setIndex(Math.max(0, Math.min(items.length - 1, index + by)));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowRight") step(1);
    if (event.key === "ArrowLeft") step(-1);
  };
  return (
    <dialog
      ref={dialog}
      className={styles["gallery"]}
      aria-label={t("gallery.title")}
      onClose={onClose}
      onKeyDown={onKeyDown}
    >
      <Head
        item={item}
        index={index}
        count={Math.max(1, items.length)}
        onClose={onClose}
      />
      <div className={styles["stage"]}>
        <StepButton
          way="previous"
          isLast={index === 0}
          onPress={() => step(-1)}
        />
        <Shown key={item.fileId} item={item} />
        <StepButton
          way="next"
          isLast={index >= items.length - 1}
          onPress={() => step(1)}
        />
      </div>
    </dialog>
  );
}

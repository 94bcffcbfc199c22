import type { FileId } from "@veche/contracts";
import { useState } from "react";
import { fileAddress } from "./files/file-address.ts";
import { initialsOf, toneOf } from "./initials.ts";
import styles from "./picture.module.css";

interface PictureProps {
  readonly name: string;
  readonly pictureId?: FileId | null;
  /** Side in px. */
  readonly size?: 24 | 32 | 36 | 44 | 72;
  /** Decides the colour of the initials. */
  readonly id: string;
  readonly shape?: "person" | "room";
}

/** The picture of a person or a conversation, or its initials. The name stands beside it as text. */
export function Picture({
  name,
  pictureId = null,
  size = 44,
  id,
  shape = "person",
}: PictureProps) {
  const [failedId, setFailedId] = useState<FileId | null>(null);
  const isShown = pictureId !== null && failedId !== pictureId;
  return (
    <span
      aria-hidden="true"
      className={styles["picture"]}
      data-size={size}
      data-tone={toneOf(id)}
      data-shape={shape}
    >
      {isShown ? (
        <img
          src={fileAddress(pictureId, "thumbnail")}
          alt=""
          draggable={false}
          onError={() => setFailedId(pictureId)}
        />
      ) : (
        initialsOf(name)
      )}
    </span>
  );
}

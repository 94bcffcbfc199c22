import type { FileId, PrincipalId } from "@veche/contracts";
import { useState } from "react";
import { fileAddress } from "../files/file-address.ts";
import { usePhoto } from "../people/use-photo.ts";
import { initialsOf, toneOf } from "./initials.ts";
import styles from "./picture.module.css";

interface PictureProps {
  readonly name: string;
  readonly pictureId?: FileId | null;
  /** Whose picture it is: their photo is shown where no other picture is named. */
  readonly personId?: PrincipalId | undefined;
  /** Side in px. */
  readonly size?: 24 | 28 | 32 | 36 | 44 | 56 | 72 | 96;
  /** Decides the colour of the initials. */
  readonly id: string;
  readonly shape?: "person" | "room";
}

/** How large the initials are, by the side of the picture. */
const initialsShare = 0.34;

/** The picture of a person or a conversation, or its initials. The name stands beside it as text. */
export function Picture({
  name,
  pictureId = null,
  personId,
  size = 44,
  id,
  shape = "person",
}: PictureProps) {
  const [failedId, setFailedId] = useState<FileId | null>(null);
  const photoId = usePhoto(personId);
  const shownId = pictureId ?? photoId;
  const isShown = shownId !== null && failedId !== shownId;
  return (
    <span
      aria-hidden="true"
      className={styles["picture"]}
      style={{ width: size, height: size, fontSize: size * initialsShare }}
      data-tone={toneOf(id)}
      data-shape={shape}
    >
      {isShown ? (
        <img
          src={fileAddress(shownId, size > 56 ? "preview" : "thumbnail")}
          alt=""
          draggable={false}
          onError={() => setFailedId(shownId)}
        />
      ) : (
        initialsOf(name)
      )}
    </span>
  );
}

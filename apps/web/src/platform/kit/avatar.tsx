import type { PrincipalId } from "@veche/contracts";
import { useState } from "react";
import { fileAddress } from "../files/file-address.ts";
import { usePhoto } from "../people/use-photo.ts";
import { initialsOf } from "./initials.ts";
import styles from "./avatar.module.css";

interface AvatarProps {
  readonly name: string;
  /** Whose photo is shown where they have one. */
  readonly personId?: PrincipalId | undefined;
  /** Side in px; 36 by default. */
  readonly size?: 28 | 36 | 56 | 96;
  readonly tone?: "quiet" | "stage";
}

/** A person's photo, or their initials. The name stands beside it as text, so it is hidden from screen readers. */
export function Avatar({
  name,
  personId,
  size = 36,
  tone = "quiet",
}: AvatarProps) {
  const photoId = usePhoto(personId);
  const [failedId, setFailedId] = useState<typeof photoId>(null);
  return (
    <span
      aria-hidden="true"
      className={styles["avatar"]}
      data-size={size}
      data-tone={tone}
    >
      {photoId !== null && photoId !== failedId ? (
        <img
          src={fileAddress(photoId, size > 56 ? "preview" : "thumbnail")}
          alt=""
          draggable={false}
          onError={() => setFailedId(photoId)}
        />
      ) : (
        initialsOf(name)
      )}
    </span>
  );
}

import type { LinkPreview } from "@veche/contracts";
import { fileAddress } from "../../../platform/files/file-address.ts";
import { safeAddress } from "./safe-address.ts";
import styles from "./message.module.css";

/** A linked page as it describes itself. */
export function LinkPreviewCard({
  preview,
}: {
  readonly preview: LinkPreview;
}) {
  const address = safeAddress(preview.url);
  if (address === null) return null;
  return (
    <a
      className={styles["preview"]}
      href={address}
      target="_blank"
      rel="noopener noreferrer nofollow"
    >
      <span className={styles["previewText"]}>
        <span className={styles["previewSite"]}>
          {preview.siteName ?? new URL(address).host}
        </span>
        <span className={styles["previewTitle"]}>{preview.title}</span>
        {preview.description !== null && (
          <span className={styles["previewAbout"]}>{preview.description}</span>
        )}
      </span>
      {preview.pictureId !== null && (
        <img
          src={fileAddress(preview.pictureId, "thumbnail")}
          alt=""
          loading="lazy"
        />
      )}
    </a>
  );
}

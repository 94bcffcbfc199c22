import { useStore } from "../../../platform/store/use-store.ts";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { useConversation } from "../conversation/conversation-context.tsx";
import { fileAddress } from "../../../platform/files/file-address.ts";
import { sizeWords } from "../files/size-words.ts";
import { sharedFiles } from "./shared.ts";
import styles from "./details.module.css";

/** Files of the stretch of the log that is held, the newest first. */
export function SharedFiles() {
  const texts = useTexts();
  const { log, showGallery, goTo } = useConversation();
  const { entries } = useStore(log);
  const { pictures, others } = sharedFiles(entries);
  if (pictures.length + others.length === 0) return null;
  return (
    <section className={styles["part"]} aria-label={texts.t("details.files")}>
      <h3>{texts.t("details.files")}</h3>
      <div className={styles["pictures"]}>
        {pictures.map(({ attachment, message }) => (
          <button
            key={attachment.fileId}
            type="button"
            aria-label={texts.t("file.openPicture", { name: attachment.name })}
            onClick={() => showGallery(message, attachment)}
          >
            <img
              src={fileAddress(attachment.fileId, "thumbnail")}
              alt=""
              loading="lazy"
            />
          </button>
        ))}
      </div>
      <ul className={styles["scheduled"]}>
        {others.map(({ attachment, message }) => (
          <li key={attachment.fileId}>
            <button
              type="button"
              className={styles["fileName"]}
              onClick={() => goTo(message.seq)}
            >
              {attachment.name}
            </button>
            <span className={styles["quiet"]}>
              {sizeWords(texts, attachment.sizeBytes)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

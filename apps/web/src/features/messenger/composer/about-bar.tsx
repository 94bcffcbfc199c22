import type { MessageCreated, ReplyReference } from "@veche/contracts";
import { iconPencil, iconX } from "@veche/ui";
import { Icon } from "../../../platform/kit/icon.tsx";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { iconReply } from "../icons.ts";
import styles from "./composer.module.css";

interface AboutBarProps {
  readonly reply: ReplyReference | null;
  readonly editing: MessageCreated | null;
  readonly onCancel: () => void;
}

/** What the writing is about: a message that is answered, or one that is changed. */
export function AboutBar({ reply, editing, onCancel }: AboutBarProps) {
  const { t } = useTexts();
  if (reply === null && editing === null) return null;
  const title =
    editing === null
      ? t("compose.replyTo", { name: reply?.authorName ?? "" })
      : t("compose.editing");
  return (
    <div className={styles["about"]}>
      <Icon paths={editing === null ? iconReply : iconPencil} size={18} />
      <span className={styles["aboutText"]}>
        <span className={styles["aboutTitle"]}>{title}</span>
        <span className={styles["aboutWords"]}>
          {editing?.body ?? reply?.excerpt}
        </span>
      </span>
      <button
        type="button"
        onClick={onCancel}
        aria-label={t("compose.cancel")}
        title={t("compose.cancel")}
      >
        <Icon paths={iconX} size={16} />
      </button>
    </div>
  );
}

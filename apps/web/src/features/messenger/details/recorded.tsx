import type { Conversation } from "@veche/contracts";
import { useState } from "react";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { useMessenger } from "../messenger-context.tsx";
import styles from "./details.module.css";

/** Recordings of this conversation's calls; asked for when they are wanted. */
export function Recorded({
  conversation,
}: {
  readonly conversation: Conversation;
}) {
  const { t } = useTexts();
  const { Recordings } = useMessenger();
  const [isOpen, setOpen] = useState(false);
  return (
    <section className={styles["part"]} aria-label={t("details.recordings")}>
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>
          <h3 className={styles["folded"]}>{t("details.recordings")}</h3>
        </summary>
        {isOpen && (
          <Recordings
            conversation={conversation}
            nothing={
              <p className={styles["quiet"]}>{t("details.noRecordings")}</p>
            }
          />
        )}
      </details>
    </section>
  );
}

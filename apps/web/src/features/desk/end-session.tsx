import { Button } from "@mantine/core";
import { useState } from "react";
import { notifyFailure } from "../../platform/kit/notify.ts";
import { Dialog } from "../../platform/kit/dialog.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import type { Desk } from "./desk.ts";
import styles from "./desk.module.css";

interface EndSessionProps {
  readonly desk: Desk;
  readonly name: string;
}

/** Ends the session with its call and chat, after asking once: the customer cannot be brought back by us. */
export function EndSession({ desk, name }: EndSessionProps) {
  const texts = useTexts();
  const { t } = texts;
  const [isAsking, setAsking] = useState(false);
  const end = () => {
    setAsking(false);
    desk
      .endSession()
      .catch((failure: unknown) => notifyFailure(texts, failure));
  };
  return (
    <>
      <Button
        variant="subtle"
        color="red"
        size="sm"
        onClick={() => setAsking(true)}
      >
        {t("session.endSession")}
      </Button>
      {isAsking && (
        <Dialog
          onClose={() => setAsking(false)}
          title={t("session.endQuestion", { name })}
        >
          <p className={styles["question"]}>{t("session.endAdvice")}</p>
          <div className={styles["questionButtons"]}>
            <Button variant="default" onClick={() => setAsking(false)}>
              {t("action.cancel")}
            </Button>
            <Button color="red" data-autofocus onClick={end}>
              {t("session.endSession")}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  );
}

import { Button } from "@mantine/core";
import { notifyFailure } from "../../../platform/kit/notify.ts";
import { useTexts } from "../../../platform/texts/texts.tsx";
import styles from "./door-card.module.css";

interface DoorCardProps {
  readonly kind: "waiting" | "refused";
  /** What the call is called; null: it has no name. */
  readonly title: string | null;
  readonly onLeave: () => Promise<void>;
}

/** I stand before the door of a call: one may go on working meanwhile. */
export function DoorCard({ kind, title, onLeave }: DoorCardProps) {
  const texts = useTexts();
  const { t } = texts;
  const isWaiting = kind === "waiting";
  const name = title ?? t("lobby.call");
  const leave = () =>
    void onLeave().catch((failure: unknown) => notifyFailure(texts, failure));
  return (
    <section className={styles["card"]} aria-label={t("lobby.title")}>
      <div role={isWaiting ? "status" : "alert"}>
        <h2>
          {t(isWaiting ? "lobby.waitTitle" : "lobby.refusedTitle", { name })}
        </h2>
        <p>{t(isWaiting ? "lobby.wait" : "lobby.refusedAdvice")}</p>
      </div>
      <Button variant="default" onClick={leave}>
        {t(isWaiting ? "lobby.cancel" : "action.close")}
      </Button>
    </section>
  );
}

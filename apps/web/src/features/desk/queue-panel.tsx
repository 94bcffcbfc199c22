import type { Board, WaitingRequest } from "@veche/contracts";
import { iconMessage, iconPhone, iconVideo, type IconPaths } from "@veche/ui";
import type { RequestKind } from "@veche/contracts";
import { Chip, Dot } from "../../platform/kit/chip.tsx";
import { Icon } from "../../platform/kit/icon.tsx";
import { useServerNow } from "../../platform/server-now.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import styles from "./desk.module.css";

const kindIcons: Readonly<Record<RequestKind, IconPaths>> = {
  chat: iconMessage,
  audio: iconPhone,
  video: iconVideo,
};

function WaitingLine({ waiting }: { readonly waiting: WaitingRequest }) {
  const { t, clock } = useTexts();
  const now = useServerNow();
  return (
    <li className={styles["waiting"]}>
      <span className={styles["kind"]}>
        <Icon paths={kindIcons[waiting.kind]} size={18} />
        <span className="visually-hidden">
          {t(`requestKind.${waiting.kind}`)}
        </span>
      </span>
      <span className={styles["waitingName"]}>{waiting.customerName}</span>
      {waiting.queueName !== null && (
        <span className={styles["queueName"]}>{waiting.queueName}</span>
      )}
      {waiting.isOffered && (
        <span className={styles["rings"]}>{t("desk.ringsNow")}</span>
      )}
      <span className={styles["wait"]}>
        {clock(now - Date.parse(waiting.createdAt))}
      </span>
    </li>
  );
}

/** The queue as it is, the longest waiting first. */
export function QueuePanel({ board }: { readonly board: Board }) {
  const { t } = useTexts();
  const hidden = board.waitingCount - board.waiting.length;
  return (
    <section className={styles["panel"]} aria-label={t("desk.queue")}>
      <h2 className={styles["panelTitle"]}>
        {t("desk.queue")}
        <Chip tone={board.waitingCount > 0 ? "accent" : "quiet"}>
          {board.waitingCount}
        </Chip>
      </h2>
      {board.waiting.length === 0 ? (
        <div className={styles["queueEmpty"]}>
          <p>{t("desk.queueEmpty")}</p>
          <p>{t("desk.queueEmptyAdvice")}</p>
        </div>
      ) : (
        <ol className={styles["queue"]}>
          {board.waiting.map((waiting) => (
            <WaitingLine key={waiting.id} waiting={waiting} />
          ))}
        </ol>
      )}
      {hidden > 0 && (
        <p className={styles["hidden"]}>
          {t("desk.waitingMore", { count: hidden })}
        </p>
      )}
    </section>
  );
}

/** How many colleagues are free, busy and away. */
export function OperatorCounts({ board }: { readonly board: Board }) {
  const { t } = useTexts();
  const counts = [
    { key: "available", tone: "positive" },
    { key: "busy", tone: "accent" },
    { key: "away", tone: "quiet" },
  ] as const;
  return (
    <section className={styles["panel"]} aria-label={t("desk.operators")}>
      <h2 className={styles["panelTitle"]}>{t("desk.operators")}</h2>
      <ul className={styles["counts"]}>
        {counts.map(({ key, tone }) => (
          <li key={key}>
            <Dot tone={tone} />
            <span className={styles["countName"]}>{t(`desk.${key}`)}</span>
            <span className={styles["count"]}>
              {board.operatorsByState[key]}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

import type { LiveQueue } from "@veche/contracts";
import { iconAlertTriangle } from "@veche/ui";
import { shareWords, dash } from "../../platform/figures/figure-words.ts";
import { Icon } from "../../platform/kit/icon.tsx";
import { Pane } from "../../platform/kit/page.tsx";
import { Table } from "../../platform/kit/table.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { Elapsed } from "./elapsed.tsx";
import styles from "./board.module.css";

/** Somebody waits in it whom nobody is rung for, and none of its operators is available. */
const isUnstaffed = (queue: LiveQueue): boolean =>
  queue.waitingCount > queue.ringingCount && queue.availableCount === 0;

function QueueRow({ queue }: { readonly queue: LiveQueue }) {
  const texts = useTexts();
  const { t, number } = texts;
  const { figures, waitingSince } = queue;
  return (
    <tr>
      <td className={styles["name"]}>{queue.name}</td>
      <td>
        {number(queue.waitingCount)}
        {isUnstaffed(queue) && (
          <span className={styles["alert"]} data-tone="danger">
            <Icon paths={iconAlertTriangle} size={16} />
            {t("board.queue.unstaffed")}
          </span>
        )}
      </td>
      <td>{waitingSince === null ? dash : <Elapsed since={waitingSince} />}</td>
      <td>{number(queue.availableCount)}</td>
      <td>{number(figures.offered)}</td>
      <td>{number(figures.answered)}</td>
      <td>{number(figures.abandoned)}</td>
      <td>{shareWords(texts, figures.serviceLevel)}</td>
    </tr>
  );
}

interface QueuesPaneProps {
  readonly queues: readonly LiveQueue[];
  readonly withinSeconds: number;
}

/** Each queue now and today; with a single one all of it stands above and below. */
export function QueuesPane({ queues, withinSeconds }: QueuesPaneProps) {
  const { t } = useTexts();
  if (queues.length < 2) return null;
  const columns = [
    { key: "queue", title: t("board.queue") },
    { key: "waiting", title: t("board.waiting") },
    { key: "longest", title: t("board.longest") },
    { key: "free", title: t("board.free") },
    { key: "offered", title: t("board.figure.offered") },
    { key: "answered", title: t("board.figure.answered") },
    { key: "abandoned", title: t("board.figure.abandoned") },
    {
      key: "level",
      title: t("board.figure.level", { seconds: withinSeconds }),
    },
  ];
  return (
    <Pane title={t("board.queues")}>
      <Table name={t("board.queues")} columns={columns}>
        {queues.map((queue) => (
          <QueueRow key={queue.queueId} queue={queue} />
        ))}
      </Table>
      <p className={styles["foot"]}>{t("board.queuesMeaning")}</p>
    </Pane>
  );
}

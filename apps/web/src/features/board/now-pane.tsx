import type { LiveNow } from "@veche/contracts";
import { iconAlertTriangle } from "@veche/ui";
import type { ReactNode } from "react";
import { Icon } from "../../platform/kit/icon.tsx";
import { Pane } from "../../platform/kit/page.tsx";
import { useServerNow } from "../../platform/server-now.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { alertsOf } from "./alerts.ts";
import { dash } from "../../platform/figures/figure-words.ts";
import styles from "./board.module.css";

interface FactProps {
  readonly name: string;
  readonly value: ReactNode;
  readonly note?: string | undefined;
  /** What is wrong with it, in words. */
  readonly alert?: string | undefined;
}

/** One number with its name; marked by a frame, a sign and words when something is wrong with it. */
function Fact({ name, value, note, alert }: FactProps) {
  return (
    <div
      className={styles["fact"]}
      data-tone={alert === undefined ? undefined : "danger"}
    >
      <dt>{name}</dt>
      <dd>
        <span className={styles["value"]}>{value}</span>
        {alert !== undefined && (
          <span className={styles["alert"]}>
            <Icon paths={iconAlertTriangle} size={16} />
            {alert}
          </span>
        )}
        {note !== undefined && <span className={styles["note"]}>{note}</span>}
      </dd>
    </div>
  );
}

interface NowPaneProps {
  readonly now: LiveNow;
  readonly withinSeconds: number;
}

/** Who waits, how long, and what goes on. */
export function NowPane({ now, withinSeconds }: NowPaneProps) {
  const { t, clock, number } = useTexts();
  const atMs = useServerNow();
  const { isLong, isUnstaffed } = alertsOf({ now, atMs, withinSeconds });
  const { waitingSince, operators } = now;
  const free = operators.filter(({ state }) => state === "available").length;
  const present = operators.filter(({ state }) => state !== "offline").length;
  const long = t("board.alert.long", { seconds: withinSeconds });
  const unstaffed = t("board.alert.unstaffed");
  return (
    <Pane title={t("board.now")}>
      {/* Said once, when it begins: the words hold no running time. */}
      <p className="visually-hidden" role="status">
        {[...(isUnstaffed ? [unstaffed] : []), ...(isLong ? [long] : [])].join(
          ". ",
        )}
      </p>
      <dl className={styles["facts"]}>
        <Fact
          name={t("board.waiting")}
          value={number(now.waitingCount)}
          note={
            now.waitingCount > 0
              ? t("board.ringing", { count: now.ringingCount })
              : undefined
          }
          alert={isUnstaffed ? unstaffed : undefined}
        />
        <Fact
          name={t("board.longest")}
          value={
            waitingSince === null
              ? dash
              : clock(atMs - Date.parse(waitingSince))
          }
          alert={isLong ? long : undefined}
        />
        <Fact name={t("board.calls")} value={number(now.callCount)} />
        <Fact name={t("board.chats")} value={number(now.chatCount)} />
        <Fact
          name={t("board.free")}
          value={number(free)}
          note={t("board.ofPresent", { count: present })}
        />
      </dl>
    </Pane>
  );
}

import type { SecurityCheck, SecurityState } from "@veche/contracts";
import type { ReactNode } from "react";
import { Dot, type Tone } from "../../platform/kit/chip.tsx";
import { CopiedCode } from "../../platform/kit/copied-code.tsx";
import { useTexts, type Texts } from "../../platform/texts/texts.tsx";
import styles from "./security-check.module.css";

const tones: Readonly<Record<SecurityState, Tone>> = {
  problem: "danger",
  warning: "caution",
  unknown: "quiet",
  ok: "positive",
};

/** What the facts of a check say beside their names; undefined: nothing. */
function detailOf(
  { id, finding, facts: { count, total, at } }: SecurityCheck,
  { t, date, time }: Texts,
): string | undefined {
  if (at !== undefined)
    return id === "backup"
      ? t("security.backupAt", { date: date(at), time: time(at) })
      : t("security.validTo", { date: date(at) });
  if (count === undefined) return undefined;
  if (total !== undefined)
    return t("security.withoutFactor", {
      count: count,
      total: total,
    });
  return t(
    finding === "audit_trail.touched"
      ? "security.firstBad"
      : "security.entries",
    { count: count },
  );
}

/** `NAME=…` goes into the server's settings; anything else is typed into a shell. */
const isSetting = (line: string): boolean => /^[A-Z_]+=/.test(line);

interface CheckRowProps {
  readonly check: SecurityCheck;
  /** To the page where it is mended; null: it is not mended on one. */
  readonly way: ReactNode;
}

/** One thing that was looked at: what was found, what it means, what mends it. */
export function CheckRow({ check, way }: CheckRowProps) {
  const texts = useTexts();
  const { t } = texts;
  const { id, finding, state, line } = check;
  const { names = [] } = check.facts;
  const detail = detailOf(check, texts);
  return (
    <li className={styles["row"]} data-finding={finding}>
      <h3 className={styles["name"]}>
        <Dot tone={tones[state]} />
        {t(`security.id.${id}`)}
      </h3>
      <div className={styles["body"]}>
        <p className={styles["meaning"]}>{t(`security.${finding}`)}</p>
        {detail !== undefined && <p className={styles["detail"]}>{detail}</p>}
        {names.length > 0 && (
          <ul className={styles["names"]}>
            {names.map((name) => (
              <li key={name}>
                <code>{name}</code>
              </li>
            ))}
          </ul>
        )}
        {line !== null && (
          <CopiedCode
            label={t(isSetting(line) ? "security.setting" : "security.command")}
            code={line}
          />
        )}
        {way}
      </div>
    </li>
  );
}

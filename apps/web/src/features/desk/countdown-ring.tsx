import { useServerNow } from "../../platform/server-now.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import styles from "./incoming.module.css";

const radius = 34;
const circumference = 2 * Math.PI * radius;

interface CountdownRingProps {
  readonly createdAt: string;
  readonly expiresAt: string;
}

/** The time left of a ring, as an arc that shortens and as seconds. */
export function CountdownRing({ createdAt, expiresAt }: CountdownRingProps) {
  const { t } = useTexts();
  const now = useServerNow(250);
  const end = Date.parse(expiresAt);
  const leftMs = Math.max(0, end - now);
  const share = Math.min(1, leftMs / Math.max(1, end - Date.parse(createdAt)));
  const seconds = Math.ceil(leftMs / 1000);
  return (
    <>
      <svg className={styles["ring"]} viewBox="0 0 76 76" aria-hidden="true">
        <circle cx="38" cy="38" r={radius} />
        <circle
          cx="38"
          cy="38"
          r={radius}
          strokeDasharray={circumference}
          strokeDashoffset={circumference * (1 - share)}
        />
      </svg>
      <span
        className={styles["seconds"]}
        title={t("incoming.left", { seconds })}
      >
        {seconds}
      </span>
    </>
  );
}

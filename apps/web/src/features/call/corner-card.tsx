import type { IconPaths } from "@veche/ui";
import type { ReactNode } from "react";
import { Icon } from "../../platform/kit/icon.tsx";
import styles from "./corner-card.module.css";

interface CornerCardProps {
  /** What the card is called by a screen reader. */
  readonly label: string;
  readonly icon?: IconPaths;
  readonly text: string;
  /** What may be done about it, and whatever is drawn elsewhere. */
  readonly children: ReactNode;
}

/** Stands in the corner while my call goes on at another place. */
export function CornerCard({ label, icon, text, children }: CornerCardProps) {
  return (
    <section className={styles["card"]} aria-label={label}>
      {icon !== undefined && <Icon paths={icon} size={22} />}
      <p role="status">{text}</p>
      {children}
    </section>
  );
}

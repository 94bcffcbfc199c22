import type { IconPaths } from "@veche/ui";
import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";
import styles from "./chip.module.css";

export type Tone = "quiet" | "accent" | "positive" | "caution" | "danger";

interface ChipProps {
  readonly tone?: Tone;
  readonly icon?: IconPaths;
  readonly children: ReactNode;
}

/** A short state in words on a soft ground of its tone. */
export function Chip({ tone = "quiet", icon, children }: ChipProps) {
  return (
    <span className={styles["chip"]} data-tone={tone}>
      {icon !== undefined && <Icon paths={icon} size={14} />}
      {children}
    </span>
  );
}

/** The coloured dot of a state; the words stand beside it. */
export function Dot({ tone }: { readonly tone: Tone }) {
  return <span aria-hidden="true" className={styles["dot"]} data-tone={tone} />;
}

import type { IconPaths } from "@veche/ui";
import type { ComponentPropsWithRef, CSSProperties } from "react";
import { Icon } from "../../platform/kit/icon.tsx";
import styles from "./tool-button.module.css";

interface ToolButtonProps extends Omit<
  ComponentPropsWithRef<"button">,
  "children" | "className" | "style" | "type" | "name"
> {
  readonly icon: IconPaths;
  /** Read aloud, and shown under the pointer. */
  readonly name: string;
  /** Side of the icon in px; 20 by default. */
  readonly iconSize?: number;
  /** Side of the button in px; 28 by default. */
  readonly size?: number;
  readonly tone?: "quiet" | "accent";
  readonly shape?: "square" | "round";
}

/** A button that is an icon alone. */
export function ToolButton({
  icon,
  name,
  iconSize = 20,
  size = 28,
  tone = "quiet",
  shape = "square",
  ...rest
}: ToolButtonProps) {
  return (
    <button
      aria-label={name}
      title={name}
      {...rest}
      type="button"
      className={styles["tool"]}
      data-tone={tone}
      data-shape={shape}
      // A property of CSS, which React's type does not know.
      style={{ "--side": `${String(size)}px` } as CSSProperties}
    >
      <Icon paths={icon} size={iconSize} />
    </button>
  );
}

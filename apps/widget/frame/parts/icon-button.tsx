import type { IconPaths } from "@veche/ui";
import { Icon } from "./icon.tsx";

export interface IconButtonProps {
  readonly icon: IconPaths;
  readonly label: string;
  readonly onPress: () => void;
  /** For what can be on and off. */
  readonly isPressed?: boolean;
  readonly isExpanded?: boolean;
  readonly isDisabled?: boolean;
  readonly tone?: "plain" | "stage" | "off" | "danger";
}

/** A round button with a sign; its label is read aloud and shown as the tooltip. */
export function IconButton(props: IconButtonProps) {
  const {
    icon,
    label,
    onPress,
    isPressed,
    isExpanded,
    isDisabled,
    tone = "plain",
  } = props;
  return (
    <button
      type="button"
      class={`icon-button ${tone}`}
      aria-label={label}
      title={label}
      aria-pressed={isPressed}
      aria-expanded={isExpanded}
      disabled={isDisabled}
      onClick={onPress}
    >
      <Icon paths={icon} />
    </button>
  );
}

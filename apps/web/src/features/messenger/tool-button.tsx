import { ActionIcon, type ActionIconProps } from "@mantine/core";
import type { IconPaths } from "@veche/ui";
import type { ComponentPropsWithRef } from "react";
import { Icon } from "../../platform/kit/icon.tsx";

interface ToolButtonProps
  extends
    Omit<ActionIconProps, "children">,
    Omit<ComponentPropsWithRef<"button">, keyof ActionIconProps | "name"> {
  readonly icon: IconPaths;
  /** Read aloud, and shown under the pointer. */
  readonly name: string;
  /** Side of the icon in px; 20 by default. */
  readonly iconSize?: number;
}

/** A button that is an icon alone. */
export function ToolButton({
  icon,
  name,
  iconSize = 20,
  ...rest
}: ToolButtonProps) {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      aria-label={name}
      title={name}
      {...rest}
    >
      <Icon paths={icon} size={iconSize} />
    </ActionIcon>
  );
}

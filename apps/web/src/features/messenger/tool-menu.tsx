import { Menu, type MenuProps } from "@mantine/core";
import { useState, type ComponentProps, type ReactNode } from "react";
import { useOpening } from "../../platform/use-opening.ts";
import { ToolButton } from "./tool-button.tsx";

interface ToolMenuProps {
  readonly tool: ComponentProps<typeof ToolButton>;
  readonly menu: Pick<MenuProps, "position" | "width">;
  /** What is in it; told how to close it. */
  readonly children: (close: () => void) => ReactNode;
}

/** A tool that opens a menu, which is made when it is first asked for. */
export function ToolMenu({ tool, menu, children }: ToolMenuProps) {
  const [isAsked, ask] = useState(false);
  const { isMade, isOpen } = useOpening(isAsked);
  const button = (
    <ToolButton
      {...tool}
      aria-haspopup="menu"
      aria-expanded={isAsked}
      autoFocus={isAsked}
      onClick={() => ask(!isAsked)}
    />
  );
  if (!isMade) return button;
  return (
    <Menu opened={isOpen} onChange={ask} withinPortal shadow="md" {...menu}>
      <Menu.Target>{button}</Menu.Target>
      <Menu.Dropdown>{children(() => ask(false))}</Menu.Dropdown>
    </Menu>
  );
}

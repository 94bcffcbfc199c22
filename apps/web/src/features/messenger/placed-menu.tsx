import { Menu } from "@mantine/core";
import type { ReactNode } from "react";
import styles from "./messenger.module.css";

/** Where on the screen a menu opens, px. */
export interface MenuSpot {
  readonly left: number;
  readonly top: number;
}

interface PlacedMenuProps {
  readonly spot: MenuSpot;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A menu that opens where it was asked for. */
export function PlacedMenu({ spot, onClose, children }: PlacedMenuProps) {
  const { left, top } = spot;
  return (
    <Menu
      opened
      onClose={onClose}
      position="bottom-start"
      withinPortal
      shadow="md"
      width={230}
    >
      <Menu.Target>
        <button
          type="button"
          tabIndex={-1}
          aria-hidden="true"
          className={styles["menuSpot"]}
          style={{ left, top }}
        />
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}

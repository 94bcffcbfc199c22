import { Drawer } from "@mantine/core";
import { iconMenu } from "@veche/ui";
import { useState, type MouseEvent } from "react";
import { BrandMark } from "../platform/branding/brand-mark.tsx";
import { useBranding } from "../platform/branding/use-branding.ts";
import { Icon } from "../platform/kit/icon.tsx";
import { useTexts } from "../platform/texts/texts.tsx";
import { AdminGroups } from "./admin-nav.tsx";
import { MissedBadge } from "./missed-badge.tsx";
import { MyStatus } from "./my-status.tsx";
import { SearchLayer } from "./search-layer.tsx";
import {
  ProfileLink,
  SectionLinks,
  SignOut,
  UnreadBadge,
} from "./section-links.tsx";
import styles from "./shell.module.css";

interface SectionsDrawerProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** It always stands on the page, so that the focus returns to where it was opened. */
function SectionsDrawer({ isOpen, onClose }: SectionsDrawerProps) {
  const { t } = useTexts();
  /** Whichever link was followed, by a press or by Enter: one is there now. */
  const onClick = ({ target }: MouseEvent) => {
    if (target instanceof Element && target.closest("a") !== null) onClose();
  };
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      title={t("rail.name")}
      size={300}
      closeButtonProps={{ "aria-label": t("action.close") }}
    >
      <nav
        className={styles["drawer"]}
        aria-label={t("rail.name")}
        onClickCapture={onClick}
      >
        <ul className={styles["sections"]}>
          <SectionLinks />
        </ul>
        <AdminGroups />
        <div className={styles["foot"]}>
          <ProfileLink />
          <SignOut />
        </div>
      </nav>
    </Drawer>
  );
}

/** Stands for the rail on a narrow screen: what is needed at once, and a menu with everything else. */
export function TopBar() {
  const { t } = useTexts();
  const branding = useBranding();
  const [isOpen, setOpen] = useState(false);
  return (
    <header className={styles["topBar"]}>
      <button
        type="button"
        className={styles["link"]}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(true)}
      >
        <Icon paths={iconMenu} size={22} />
        {t("rail.menu")}
        <UnreadBadge />
        <MissedBadge />
      </button>
      <div className={styles["mark"]}>
        <BrandMark branding={branding} size={32} />
      </div>
      <SearchLayer />
      <MyStatus />
      <SectionsDrawer isOpen={isOpen} onClose={() => setOpen(false)} />
    </header>
  );
}

import { useMediaQuery } from "@mantine/hooks";
import { Outlet } from "@tanstack/react-router";
import { useTexts } from "../platform/texts/texts.tsx";
import { AdminNav } from "./admin-nav.tsx";
import { CallDock } from "./call-dock.tsx";
import { DoorLayer } from "./door-layer.tsx";
import { ColleaguesLayer } from "./colleagues-layer.tsx";
import { IncomingLayer } from "./incoming-layer.tsx";
import { LineBanner } from "./line-banner.tsx";
import { Rail } from "./rail.tsx";
import { HelpLayer } from "./help-layer.tsx";
import { LowRatingLayer } from "./low-rating-layer.tsx";
import { ReminderLayer } from "./reminder-layer.tsx";
import { TopBar } from "./top-bar.tsx";
import { UpdateBanner } from "./update-banner.tsx";
import styles from "./shell.module.css";

/** Below it the rail and the list of the administration would leave the page too little. */
const narrow = "(width < 820px)";

/** The frame of every page: rail, banner of the line, the page, and what may come over it at any moment. */
export function Shell() {
  const { t } = useTexts();
  const isNarrow = useMediaQuery(narrow, false, {
    getInitialValueInEffect: false,
  });
  return (
    <ColleaguesLayer>
      <div className={styles["shell"]} data-narrow={isNarrow}>
        <a className={styles["skip"]} href="#content">
          {t("rail.skip")}
        </a>
        {isNarrow ? <TopBar /> : <Rail />}
        <div className={styles["column"]}>
          <LineBanner />
          <UpdateBanner />
          <div className={styles["body"]}>
            {!isNarrow && <AdminNav />}
            <main id="content" tabIndex={-1} className={styles["content"]}>
              <Outlet />
            </main>
          </div>
        </div>
        <CallDock />
        <DoorLayer />
        <ReminderLayer />
        <LowRatingLayer />
        <HelpLayer />
        <IncomingLayer />
      </div>
    </ColleaguesLayer>
  );
}

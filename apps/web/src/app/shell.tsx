import { Outlet } from "@tanstack/react-router";
import { useTexts } from "../platform/texts/texts.tsx";
import { AdminNav } from "./admin-nav.tsx";
import { CallDock } from "./call-dock.tsx";
import { DoorLayer } from "./door-layer.tsx";
import { ColleaguesLayer } from "./colleagues-layer.tsx";
import { IncomingLayer } from "./incoming-layer.tsx";
import { LineBanner } from "./line-banner.tsx";
import { Rail } from "./rail.tsx";
import { ReminderLayer } from "./reminder-layer.tsx";
import { UpdateBanner } from "./update-banner.tsx";
import styles from "./shell.module.css";

/** The frame of every page: rail, banner of the line, the page, and what may come over it at any moment. */
export function Shell() {
  const { t } = useTexts();
  return (
    <ColleaguesLayer>
      <div className={styles["shell"]}>
        <a className={styles["skip"]} href="#content">
          {t("rail.skip")}
        </a>
        <Rail />
        <div className={styles["column"]}>
          <LineBanner />
          <UpdateBanner />
          <div className={styles["body"]}>
            <AdminNav />
            <main id="content" tabIndex={-1} className={styles["content"]}>
              <Outlet />
            </main>
          </div>
        </div>
        <CallDock />
        <DoorLayer />
        <ReminderLayer />
        <IncomingLayer />
      </div>
    </ColleaguesLayer>
  );
}

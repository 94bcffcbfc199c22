import { Link } from "@tanstack/react-router";
import { iconLogout, iconUser } from "@veche/ui";
import { useMemo } from "react";
import { unreadTotals } from "../features/messenger/list/listed.ts";
import { BrandMark } from "../platform/branding/brand-mark.tsx";
import { useBranding } from "../platform/branding/use-branding.ts";
import { Icon } from "../platform/kit/icon.tsx";
import { notifyFailure } from "../platform/kit/notify.ts";
import { useMe } from "../platform/me.tsx";
import { useServices } from "../platform/services.tsx";
import { useStore } from "../platform/store/use-store.ts";
import { useTexts } from "../platform/texts/texts.tsx";
import { AdminLink } from "./admin-nav.tsx";
import { MissedBadge } from "./missed-badge.tsx";
import { MyStatus } from "./my-status.tsx";
import { SearchLayer } from "./search-layer.tsx";
import { chatsPath, sectionsFor } from "./sections.ts";
import { useWorkplace } from "./workplace-context.ts";
import styles from "./shell.module.css";

function SignOut() {
  const texts = useTexts();
  const { rest, signedOut } = useServices();
  const signOut = async () => {
    try {
      await rest("signOut", {});
      signedOut();
    } catch (failure) {
      notifyFailure(texts, failure);
    }
  };
  return (
    <button
      type="button"
      className={styles["link"]}
      onClick={() => void signOut()}
    >
      <Icon paths={iconLogout} />
      {texts.t("rail.signOut")}
    </button>
  );
}

/** In how many conversations something is unread. */
function UnreadBadge() {
  const { t } = useTexts();
  const { realtime } = useWorkplace();
  const all = useStore(realtime.conversations);
  const { unread } = useMemo(() => unreadTotals(all), [all]);
  if (unread === 0) return null;
  return (
    <span className={styles["badge"]}>
      <span aria-hidden="true">{unread > 99 ? "99+" : unread}</span>
      <span className="visually-hidden">
        {t("chats.unreadCount", { count: unread })}
      </span>
    </span>
  );
}

/** The left rail: the sections one may use, the profile, the way out. */
export function Rail() {
  const { t } = useTexts();
  const me = useMe();
  const branding = useBranding();
  const inRail = sectionsFor(me.roles).filter(
    ({ group }) => group === undefined,
  );
  return (
    <nav className={styles["rail"]} aria-label={t("rail.name")}>
      <div className={styles["mark"]}>
        <BrandMark branding={branding} size={40} />
      </div>
      <ul className={styles["sections"]}>
        {inRail.map(({ path, name, icon }) => (
          <li key={path}>
            <Link to={path} className={styles["link"]}>
              <Icon paths={icon} size={22} />
              {t(name)}
              {path === chatsPath && <UnreadBadge />}
              {path === "/calls" && <MissedBadge />}
            </Link>
          </li>
        ))}
        <AdminLink />
      </ul>
      <div className={styles["foot"]}>
        <SearchLayer />
        <MyStatus />
        <Link to="/profile" className={styles["link"]}>
          <Icon paths={iconUser} size={22} />
          {t("rail.profile")}
        </Link>
        <SignOut />
      </div>
    </nav>
  );
}

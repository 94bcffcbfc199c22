import { Link } from "@tanstack/react-router";
import { iconLogout, iconUser } from "@veche/ui";
import { useMemo } from "react";
import { unreadTotals } from "../features/messenger/list/listed.ts";
import { keepLeave, takeLeave } from "../platform/company-leave.ts";
import { Icon } from "../platform/kit/icon.tsx";
import { notifyFailure } from "../platform/kit/notify.ts";
import { useMe } from "../platform/me.tsx";
import { useServices } from "../platform/services.tsx";
import { useStore } from "../platform/store/use-store.ts";
import { useTexts } from "../platform/texts/texts.tsx";
import { Badge } from "./badge.tsx";
import { MissedBadge } from "./missed-badge.tsx";
import { chatsPath, sectionsFor } from "./sections.ts";
import { useWorkplace } from "./workplace-context.ts";
import styles from "./shell.module.css";

/** The way out, of the company's provider too where one came through it. */
export function SignOut() {
  const texts = useTexts();
  const { rest, signedOut } = useServices();
  const signOut = async () => {
    // Taken first: the line may say that the session is over before the answer comes, and at the door nothing is kept.
    const next = takeLeave(localStorage);
    try {
      await rest("signOut", {});
      signedOut();
      if (next !== undefined) location.assign(next);
    } catch (failure) {
      keepLeave(localStorage, next ?? null);
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
export function UnreadBadge() {
  const { t } = useTexts();
  const { realtime } = useWorkplace();
  const all = useStore(realtime.conversations);
  const { unread } = useMemo(() => unreadTotals(all), [all]);
  return (
    <Badge count={unread} words={t("chats.unreadCount", { count: unread })} />
  );
}

/** The sections one may use outside the administration. */
export function SectionLinks() {
  const { t } = useTexts();
  const inRail = sectionsFor(useMe().roles).filter(
    ({ group }) => group === undefined,
  );
  return inRail.map(({ path, name, icon }) => (
    <li key={path}>
      <Link to={path} className={styles["link"]}>
        <Icon paths={icon} size={22} />
        {t(name)}
        {path === chatsPath && <UnreadBadge />}
        {path === "/calls" && <MissedBadge />}
      </Link>
    </li>
  ));
}

export function ProfileLink() {
  const { t } = useTexts();
  return (
    <Link to="/profile" className={styles["link"]}>
      <Icon paths={iconUser} size={22} />
      {t("rail.profile")}
    </Link>
  );
}

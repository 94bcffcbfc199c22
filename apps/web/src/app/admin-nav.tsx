import { Link, useLocation } from "@tanstack/react-router";
import { iconSettings } from "@veche/ui";
import { Icon } from "../platform/kit/icon.tsx";
import { useMe } from "../platform/me.tsx";
import { useTexts } from "../platform/texts/texts.tsx";
import { adminGroups, sectionsFor, type Section } from "./sections.ts";
import styles from "./shell.module.css";

const useAdminSections = (): readonly Section[] =>
  sectionsFor(useMe().roles).filter(({ group }) => group !== undefined);

/** Is one somewhere in the administration? */
function useIsInside(): boolean {
  const { pathname } = useLocation();
  return useAdminSections().some(
    ({ path }) => pathname === path || pathname.startsWith(`${path}/`),
  );
}

/** The rail's way into the administration, for those who have one. */
export function AdminLink() {
  const { t } = useTexts();
  const [first] = useAdminSections();
  const isInside = useIsInside();
  if (first === undefined) return null;
  return (
    <li>
      <Link
        to={first.path}
        className={styles["link"]}
        aria-current={isInside ? "true" : undefined}
        data-inside={isInside}
      >
        <Icon paths={iconSettings} size={22} />
        {t("rail.admin")}
      </Link>
    </li>
  );
}

/** Everything one can set there, under headings. */
export function AdminGroups() {
  const { t } = useTexts();
  const all = useAdminSections();
  const groups = adminGroups.filter((one) =>
    all.some(({ group }) => group === one),
  );
  return groups.map((group) => (
    <div key={group}>
      <h2 className={styles["adminGroup"]}>{t(`admin.group.${group}`)}</h2>
      <ul className={styles["adminList"]}>
        {all
          .filter((section) => section.group === group)
          .map(({ path, name, icon }) => (
            <li key={path}>
              <Link to={path} className={styles["adminLink"]}>
                <Icon paths={icon} size={18} />
                {t(name)}
              </Link>
            </li>
          ))}
      </ul>
    </div>
  ));
}

/** The same beside whichever of it is open. */
export function AdminNav() {
  const { t } = useTexts();
  if (!useIsInside()) return null;
  return (
    <nav className={styles["adminNav"]} aria-label={t("rail.admin")}>
      <AdminGroups />
    </nav>
  );
}

import { BrandMark } from "../platform/branding/brand-mark.tsx";
import { useBranding } from "../platform/branding/use-branding.ts";
import { useTexts } from "../platform/texts/texts.tsx";
import { AdminLink } from "./admin-nav.tsx";
import { MyStatus } from "./my-status.tsx";
import { SearchLayer } from "./search-layer.tsx";
import { ProfileLink, SectionLinks, SignOut } from "./section-links.tsx";
import styles from "./shell.module.css";

/** The left rail: the sections one may use, the profile, the way out. */
export function Rail() {
  const { t } = useTexts();
  const branding = useBranding();
  return (
    <nav className={styles["rail"]} aria-label={t("rail.name")}>
      <div className={styles["mark"]}>
        <BrandMark branding={branding} size={40} />
      </div>
      <ul className={styles["sections"]}>
        <SectionLinks />
        <AdminLink />
      </ul>
      <div className={styles["foot"]}>
        <SearchLayer />
        <MyStatus />
        <ProfileLink />
        <SignOut />
      </div>
    </nav>
  );
}

import type { ReactNode } from "react";
import { Chip } from "../../platform/kit/chip.tsx";
import { Picture } from "../../platform/kit/picture.tsx";
import { Page, Pane } from "../../platform/kit/page.tsx";
import { useMe } from "../../platform/me.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { PasswordForm } from "./password-form.tsx";
import { Preferences } from "./preferences.tsx";
import { SecondFactors } from "./second-factor/second-factors.tsx";
import { Sessions } from "./sessions.tsx";
import styles from "./profile.module.css";

/** My own account. */
export function ProfilePage({
  card,
  status,
  notifications,
  data,
}: {
  readonly card: ReactNode;
  readonly status: ReactNode;
  /** The way to what one wants to be told of. */
  readonly notifications: ReactNode;
  /** What one may do with one's own data. */
  readonly data: ReactNode;
}) {
  const { t } = useTexts();
  const me = useMe();
  return (
    <Page title={t("profile.title")} lead={t("profile.lead")}>
      <Pane>
        <div className={styles["who"]}>
          <Picture name={me.name} id={me.id} personId={me.id} size={56} />
          <div>
            <p className={styles["name"]}>{me.name}</p>
            <p className={styles["login"]}>{me.login}</p>
          </div>
          <ul className={styles["roles"]} aria-label={t("profile.roles")}>
            {me.roles.map((role) => (
              <li key={role}>
                <Chip>{t(`role.${role}`)}</Chip>
              </li>
            ))}
          </ul>
        </div>
      </Pane>
      <Pane title={t("status.title")}>{status}</Pane>
      <Pane title={t("profile.card")}>{card}</Pane>
      <Pane title={t("profile.preferences")}>
        <Preferences />
        {notifications}
      </Pane>
      <Pane title={t("profile.sessions")}>
        <Sessions />
      </Pane>
      <Pane title={t("factor.title")}>
        <SecondFactors />
      </Pane>
      <Pane title={t("profile.password")}>
        <PasswordForm />
      </Pane>
      {data}
    </Page>
  );
}

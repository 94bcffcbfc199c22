import { Button, CopyButton } from "@mantine/core";
import type { Conference } from "@veche/contracts";
import { iconCopy } from "@veche/ui";
import { Icon } from "../../platform/kit/icon.tsx";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { useChange } from "./use-conferences.ts";
import styles from "./form.module.css";

interface GuestLinkProps {
  readonly conference: Conference;
}

/** The way in for people without an account: passed on by those invited, made and ended by organisers. */
export function GuestLink({ conference }: GuestLinkProps) {
  const { t } = useTexts();
  const { guestUrl, hasPassword, mayChange } = conference;
  if (guestUrl === null && !mayChange) return null;
  return (
    <div className={styles["facts"]}>
      <p className={styles["label"]}>{t("conf.guests")}</p>
      <p className={styles["quiet"]}>
        {t(guestUrl === null ? "conf.guestsNone" : "conf.guestsHint")}
        {guestUrl !== null && hasPassword && ` ${t("conf.guestsPassword")}`}
      </p>
      <div className={styles["buttons"]}>
        {guestUrl !== null && (
          <CopyButton value={guestUrl}>
            {({ copied, copy }) => (
              <Button
                variant="default"
                leftSection={<Icon paths={iconCopy} size={18} />}
                onClick={copy}
              >
                {t(copied ? "invite.copied" : "conf.guestsCopy")}
              </Button>
            )}
          </CopyButton>
        )}
        {mayChange && <LinkChanges conference={conference} />}
      </div>
    </div>
  );
}

function LinkChanges({ conference: { id, guestUrl } }: GuestLinkProps) {
  const { t } = useTexts();
  const rest = useRest();
  const changing = useChange({});
  const params = { conferenceId: id };
  return (
    <>
      <Button
        variant="default"
        disabled={changing.isPending}
        onClick={() => changing.mutate(() => rest("makeGuestLink", { params }))}
      >
        {t(guestUrl === null ? "conf.guestsMake" : "conf.guestsAnother")}
      </Button>
      {guestUrl !== null && (
        <Button
          variant="default"
          color="red"
          disabled={changing.isPending}
          onClick={() =>
            changing.mutate(() => rest("revokeGuestLink", { params }))
          }
        >
          {t("conf.guestsEnd")}
        </Button>
      )}
    </>
  );
}

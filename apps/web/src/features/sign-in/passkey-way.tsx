import { Button } from "@mantine/core";
import { iconKey } from "@veche/ui";
import { Icon } from "../../platform/kit/icon.tsx";
import { useNow } from "../../platform/now.ts";
import { useTexts } from "../../platform/texts/texts.tsx";
import { lockedSeconds } from "./sign-in-model.ts";
import { SignInRefusal } from "./sign-in-refusal.tsx";
import { usePasskey } from "./use-passkey.ts";
import styles from "./sign-in-page.module.css";

/** A passkey instead of login and password. */
export function PasskeyWay() {
  const { t } = useTexts();
  const { state, enter } = usePasskey(null);
  const seconds = lockedSeconds(state, useNow());
  return (
    <div className={styles["form"]}>
      <SignInRefusal state={state} seconds={seconds} />
      <Button
        variant="default"
        size="md"
        fullWidth
        leftSection={<Icon paths={iconKey} size={18} />}
        loading={state.kind === "checking"}
        disabled={seconds > 0}
        onClick={() => void enter()}
      >
        {t("signIn.byPasskey")}
      </Button>
    </div>
  );
}

import { Loader } from "@mantine/core";
import { useServerNow } from "../../platform/server-now.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { useLasting } from "../../platform/use-lasting.ts";
import type { CallCurtain } from "./call-view.ts";
import styles from "./call.module.css";

function HeldFor({ until }: { readonly until: string }) {
  const { t, clock } = useTexts();
  const leftMs = Math.max(0, Date.parse(until) - useServerNow());
  return (
    <p className={styles["left"]}>
      {t("call.heldLeft", { time: clock(leftMs) })}
    </p>
  );
}

/** Most connections stand before anybody would look for a sign that something goes on. */
function Patience() {
  return useLasting({ forMs: 1000 }) ? (
    <Loader color="var(--v-on-stage)" type="dots" />
  ) : null;
}

/** Over the picture while there is none to trust: what is going on, and how long it will be waited for. */
export function Curtain({
  curtain,
  name,
}: {
  readonly curtain: CallCurtain;
  readonly name: string;
}) {
  const { t } = useTexts();
  switch (curtain.kind) {
    case "none":
      return null;
    case "waiting":
    case "connecting":
      return (
        <div className={styles["curtain"]} role="status">
          <Patience />
          <p className={styles["curtainTitle"]}>
            {t(
              curtain.kind === "waiting"
                ? "call.waitingFor"
                : "call.connectingTo",
              { name },
            )}
          </p>
        </div>
      );
    case "self_held":
      return (
        <div className={styles["curtain"]} role="status">
          <Patience />
          <p className={styles["curtainTitle"]}>{t("call.selfHeldTitle")}</p>
          <p className={styles["curtainAdvice"]}>{t("call.selfHeldAdvice")}</p>
        </div>
      );
    case "peer_held":
      return (
        <div className={styles["curtain"]} role="status">
          <p className={styles["curtainTitle"]}>
            {t("call.heldTitle", { name })}
          </p>
          <p className={styles["curtainAdvice"]}>{t("call.heldAdvice")}</p>
          {curtain.heldUntil !== null && <HeldFor until={curtain.heldUntil} />}
        </div>
      );
  }
}

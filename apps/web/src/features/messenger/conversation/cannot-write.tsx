import { Button } from "@mantine/core";
import type { Conversation } from "@veche/contracts";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { useMessenger } from "../messenger-context.tsx";
import { useDoing } from "../use-doing.ts";
import styles from "./conversation.module.css";

/** In place of the field where one may not write: why, and how one could. */
export function CannotWrite({
  conversation,
}: {
  readonly conversation: Conversation;
}) {
  const { t } = useTexts();
  const { asks } = useMessenger();
  const doing = useDoing();
  if (conversation.mine === null)
    return (
      <div className={styles["cannot"]}>
        <span>{t("compose.notMember")}</span>
        {
          <Button onClick={() => doing(asks.join(conversation.id))}>
            {t("browse.join")}
          </Button>
        }
      </div>
    );
  return (
    <p className={styles["cannot"]}>
      {t(
        conversation.mine.role === "read_only"
          ? "compose.readOnly"
          : "compose.adminsOnly",
      )}
    </p>
  );
}

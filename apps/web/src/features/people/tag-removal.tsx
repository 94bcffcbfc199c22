import { Button } from "@mantine/core";
import type { Tag } from "@veche/contracts";
import { Dialog } from "../../platform/kit/dialog.tsx";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { useChanging } from "./use-changing.ts";
import styles from "./directory.module.css";

/** Asked once more: who carried it is not remembered. */
export function TagRemoval({
  tag,
  onClose,
}: {
  readonly tag: Tag;
  readonly onClose: () => void;
}) {
  const { t } = useTexts();
  const rest = useRest();
  const changing = useChanging({ onDone: onClose });
  return (
    <Dialog onClose={onClose} title={t("tags.remove", tag)}>
      <div className={styles["form"]}>
        <p className={styles["text"]}>
          {t(tag.isShared ? "tags.removeSharedAdvice" : "tags.removeAdvice")}
        </p>
        <div className={styles["buttons"]}>
          <Button variant="default" onClick={onClose}>
            {t("action.cancel")}
          </Button>
          <Button
            color="red"
            loading={changing.isPending}
            onClick={() =>
              changing.mutate(() =>
                rest("deleteTag", { params: { tagId: tag.id } }),
              )
            }
          >
            {t("tags.removeYes")}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

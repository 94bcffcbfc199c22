import { Button, Modal } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import type { Site } from "@veche/contracts";
import { notifyFailure } from "../../platform/kit/notify.ts";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import styles from "./sites.module.css";

interface RotateQuestionProps {
  readonly site: Site;
  readonly onClose: () => void;
  readonly onSecret: (secret: string) => void;
}

/** A new secret breaks what the old one signed: asked once more. */
export function RotateQuestion({
  site,
  onClose,
  onSecret,
}: RotateQuestionProps) {
  const texts = useTexts();
  const { t } = texts;
  const rest = useRest();
  const rotate = useMutation({
    mutationFn: () => rest("rotateSiteSecret", { params: { siteId: site.id } }),
    onSuccess: ({ secret }) => onSecret(secret),
    onError: (failure) => notifyFailure(texts, failure),
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("sites.rotateQuestion", { name: site.name })}
      closeButtonProps={{ "aria-label": t("action.close") }}
    >
      <p className={styles["text"]}>{t("sites.rotateAdvice")}</p>
      <div className={styles["end"]}>
        <Button variant="default" onClick={onClose}>
          {t("action.cancel")}
        </Button>
        <Button
          color="red"
          loading={rotate.isPending}
          onClick={() => rotate.mutate()}
        >
          {t("sites.rotateYes")}
        </Button>
      </div>
    </Modal>
  );
}

import { Modal, Stack } from "@mantine/core";
import type { ReactNode } from "react";
import { useTexts } from "../../../platform/texts/texts.tsx";
import styles from "./recording.module.css";

interface CallDialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog inside the window of a call: one that fills the screen shows only what is inside it. */
export function CallDialog({ title, onClose, children }: CallDialogProps) {
  const { t } = useTexts();
  return (
    <div className={styles["over"]}>
      <Modal
        opened
        withinPortal={false}
        onClose={onClose}
        title={title}
        closeButtonProps={{ "aria-label": t("action.close") }}
      >
        <Stack>{children}</Stack>
      </Modal>
    </div>
  );
}

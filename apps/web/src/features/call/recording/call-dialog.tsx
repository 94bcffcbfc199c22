import { Stack } from "@mantine/core";
import type { ReactNode } from "react";
import { Dialog } from "../../../platform/kit/dialog.tsx";
import styles from "./recording.module.css";

interface CallDialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog inside the window of a call: one that fills the screen shows only what is inside it. */
export function CallDialog({ title, onClose, children }: CallDialogProps) {
  return (
    <div className={styles["over"]}>
      <Dialog withinPortal={false} onClose={onClose} title={title}>
        <Stack>{children}</Stack>
      </Dialog>
    </div>
  );
}

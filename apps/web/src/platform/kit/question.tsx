import type { ReactNode } from "react";
import { DialogForm } from "./dialog-form.tsx";
import type { FormButtonsProps } from "./form-buttons.tsx";
import styles from "./dialog-form.module.css";

interface QuestionProps extends Pick<
  FormButtonsProps,
  "isBusy" | "isShut" | "onClose"
> {
  readonly title: string;
  /** What will be gone. */
  readonly advice: string;
  /** The button that does it. */
  readonly yes: string;
  readonly onYes: () => void;
  /** What is asked besides. */
  readonly children?: ReactNode;
}

/** Asked once more before something goes that nothing brings back. */
export function Question({
  advice,
  yes,
  onYes,
  children,
  ...rest
}: QuestionProps) {
  return (
    <DialogForm {...rest} tone="danger" words={yes} onSubmit={onYes}>
      <p className={styles["text"]}>{advice}</p>
      {children}
    </DialogForm>
  );
}

import type { ReactNode } from "react";
import { Dialog } from "./dialog.tsx";
import { FormButtons, type FormButtonsProps } from "./form-buttons.tsx";
import styles from "./dialog-form.module.css";

interface DialogFormProps extends FormButtonsProps {
  readonly title: string;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
}

/** A dialog that asks for some fields and sends them. What is wrong with them the fields themselves say. */
export function DialogForm({
  title,
  onSubmit,
  children,
  ...buttons
}: DialogFormProps) {
  return (
    <Dialog title={title} onClose={buttons.onClose}>
      <form
        className={styles["form"]}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        {children}
        <FormButtons {...buttons} />
      </form>
    </Dialog>
  );
}

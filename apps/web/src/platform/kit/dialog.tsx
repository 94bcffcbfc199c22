import { Modal, type ModalProps } from "@mantine/core";
import { useTexts } from "../texts/texts.tsx";
import { useFocusBack } from "./use-focus-back.ts";

/** A dialog that is open while it stands on the page; whoever opened it has the focus again afterwards. */
export function Dialog(props: Omit<ModalProps, "opened">) {
  const { t } = useTexts();
  useFocusBack();
  return (
    <Modal
      opened
      closeButtonProps={{ "aria-label": t("action.close") }}
      {...props}
    />
  );
}

import { Modal, type ModalProps } from "@mantine/core";
import { useTexts } from "../texts/texts.tsx";

/** A dialog that is open while it stands on the page. */
export function Dialog(
  props: Pick<ModalProps, "title" | "onClose" | "children"> &
    Partial<Pick<ModalProps, "size">>,
) {
  const { t } = useTexts();
  return (
    <Modal
      opened
      closeButtonProps={{ "aria-label": t("action.close") }}
      {...props}
    />
  );
}

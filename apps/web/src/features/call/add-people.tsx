import { iconUserPlus } from "@veche/ui";
import { lazy, Suspense, useState } from "react";
import { useTexts } from "../../platform/texts/texts.tsx";
import { Control } from "./control-bar.tsx";
import type { InviteDialogProps } from "./invite-dialog.tsx";

const InviteDialog = lazy(() =>
  import("./invite-dialog.tsx").then((file) => ({
    default: file.InviteDialog,
  })),
);

/** Asks more people into a call of two colleagues that has begun. */
export function AddPeople(props: Omit<InviteDialogProps, "onClose">) {
  const { t } = useTexts();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Control
        icon={iconUserPlus}
        words={t("call.addPeople")}
        onClick={() => setOpen(true)}
      />
      <Suspense fallback={null}>
        {isOpen && <InviteDialog {...props} onClose={() => setOpen(false)} />}
      </Suspense>
    </>
  );
}

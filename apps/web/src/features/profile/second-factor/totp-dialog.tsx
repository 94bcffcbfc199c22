import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { TotpEnrolment } from "@veche/contracts";
import { useState } from "react";
import { DialogForm } from "../../../platform/kit/dialog-form.tsx";
import { notifyDone } from "../../../platform/kit/notify.ts";
import { TotpSetup } from "../../../platform/second-factor/totp-setup.tsx";
import { useRest } from "../../../platform/services.tsx";
import { failureWords } from "../../../platform/texts/failure-words.ts";
import { useTexts } from "../../../platform/texts/texts.tsx";
import type { FactorDialog } from "./factor-dialog.ts";
import { factorsKey } from "./use-wish.ts";

/** The QR code, and the first code of the application that read it. */
export function TotpDialog({
  enrolment,
  onDialog,
}: {
  readonly enrolment: TotpEnrolment;
  readonly onDialog: (next: FactorDialog) => void;
}) {
  const texts = useTexts();
  const { t } = texts;
  const rest = useRest();
  const client = useQueryClient();
  const [code, setCode] = useState("");
  const confirming = useMutation({
    mutationFn: () => rest("confirmTotp", { body: { code: code.trim() } }),
    onSuccess: ({ recoveryCodes: codes }) => {
      notifyDone(texts, t("factor.totpAdded"));
      onDialog(codes === null ? { kind: "none" } : { kind: "codes", codes });
      return client.invalidateQueries({ queryKey: factorsKey });
    },
  });
  return (
    <DialogForm
      title={t("factor.totp")}
      words={t("factor.confirm")}
      isBusy={confirming.isPending}
      isShut={code.trim().length < shortestCode}
      onClose={() => onDialog({ kind: "none" })}
      onSubmit={() => confirming.mutate()}
    >
      <TotpSetup
        enrolment={enrolment}
        code={code}
        onCode={setCode}
        error={
          confirming.error === null
            ? undefined
            : failureWords(texts, confirming.error).happened
        }
      />
    </DialogForm>
  );
}

const shortestCode = 6;

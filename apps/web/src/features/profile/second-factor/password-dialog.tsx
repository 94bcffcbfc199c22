import { PasswordInput, TextInput } from "@mantine/core";
import { useState } from "react";
import { DialogForm } from "../../../platform/kit/dialog-form.tsx";
import { useTexts, type Texts } from "../../../platform/texts/texts.tsx";
import type { FactorDialog, Wish } from "./factor-dialog.ts";
import { useWish } from "./use-wish.ts";
import styles from "../profile.module.css";

const titleOf = (wish: Wish, { t }: Texts): string => {
  switch (wish.kind) {
    case "totp":
      return t("factor.totp");
    case "remove_totp":
      return t("factor.totpRemoveOf");
    case "passkey":
      return t("factor.passkeyAdd");
    case "remove_passkey":
      return t("factor.passkeyRemoveOf", { name: wish.passkey.name });
    case "codes":
      return t("factor.codesMake");
  }
};

/** A page left open is not enough to change how one signs in. */
export function PasswordDialog({
  wish,
  onDialog,
}: {
  readonly wish: Wish;
  readonly onDialog: (next: FactorDialog) => void;
}) {
  const texts = useTexts();
  const { t } = texts;
  const [password, setPassword] = useState("");
  const [name, setName] = useState<string>(t("factor.passkeyDefault"));
  const doing = useWish(onDialog);
  const isRemoval =
    wish.kind === "remove_totp" || wish.kind === "remove_passkey";
  return (
    <DialogForm
      title={titleOf(wish, texts)}
      words={t(isRemoval ? "factor.totpRemove" : "factor.next")}
      {...(isRemoval && { tone: "danger" as const })}
      isBusy={doing.isPending}
      isShut={password === "" || name.trim() === ""}
      onClose={() => onDialog({ kind: "none" })}
      onSubmit={() => doing.mutate({ wish, password, name: name.trim() })}
    >
      <p className={styles["about"]}>{t("factor.passwordLead")}</p>
      <PasswordInput
        label={t("factor.password")}
        autoComplete="current-password"
        data-autofocus
        value={password}
        onChange={({ currentTarget }) => setPassword(currentTarget.value)}
      />
      {wish.kind === "passkey" && (
        <TextInput
          label={t("factor.passkeyName")}
          maxLength={120}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
      )}
    </DialogForm>
  );
}

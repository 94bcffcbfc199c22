import { Button, PasswordInput } from "@mantine/core";
import { useTexts } from "../../platform/texts/texts.tsx";
import { usePasswordForm } from "./use-password-form.ts";
import styles from "./profile.module.css";

const fields = [
  {
    name: "currentPassword",
    label: "profile.currentPassword",
    autoComplete: "current-password",
  },
  {
    name: "newPassword",
    label: "profile.newPassword",
    autoComplete: "new-password",
  },
  {
    name: "repeated",
    label: "profile.repeatPassword",
    autoComplete: "new-password",
  },
] as const;

export function PasswordForm() {
  const { t } = useTexts();
  const { form, change } = usePasswordForm();
  return (
    <form
      className={styles["form"]}
      onSubmit={form.onSubmit((values) => change.mutate(values))}
      noValidate
    >
      <p className={styles["about"]}>{t("profile.passwordLead")}</p>
      {fields.map(({ name, label, autoComplete }) => (
        <PasswordInput
          key={form.key(name)}
          label={t(label)}
          autoComplete={autoComplete}
          {...form.getInputProps(name)}
        />
      ))}
      <Button type="submit" loading={change.isPending}>
        {t("profile.changePassword")}
      </Button>
    </form>
  );
}

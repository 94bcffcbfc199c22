import { Button, PasswordInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import { RestFailure } from "../../platform/rest/rest-failure.ts";
import { notifyDone, notifyFailure } from "../../platform/kit/notify.ts";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import styles from "./profile.module.css";

const minPasswordLength = 10;
const blank = { currentPassword: "", newPassword: "", repeated: "" };

export function PasswordForm() {
  const texts = useTexts();
  const { t } = texts;
  const rest = useRest();
  const form = useForm({
    mode: "uncontrolled",
    initialValues: blank,
    validate: {
      currentPassword: (value) =>
        value === "" ? t("signIn.passwordMissing") : null,
      newPassword: (value) =>
        value.length < minPasswordLength ? t("profile.passwordShort") : null,
      repeated: (value, all) =>
        value === all.newPassword ? null : t("profile.passwordsDiffer"),
    },
  });
  const change = useMutation({
    mutationFn: ({ currentPassword, newPassword }: typeof blank) =>
      rest("changePassword", { body: { currentPassword, newPassword } }),
    onSuccess: () => {
      form.reset();
      notifyDone(t("profile.passwordChanged"));
    },
    onError: (failure) => {
      const code = failure instanceof RestFailure ? failure.code : undefined;
      if (code === "auth.wrong_credentials")
        form.setFieldError("currentPassword", t("profile.wrongPassword"));
      else if (code === "auth.weak_password")
        form.setFieldError("newPassword", texts.errors[code].advice);
      else notifyFailure(texts, failure);
    },
  });
  const field = (name: keyof typeof blank, autoComplete: string) => ({
    autoComplete,
    label: t(
      name === "repeated" ? "profile.repeatPassword" : `profile.${name}`,
    ),
    ...form.getInputProps(name),
  });
  return (
    <form
      className={styles["form"]}
      onSubmit={form.onSubmit((values) => change.mutate(values))}
      noValidate
    >
      <p className={styles["about"]}>{t("profile.passwordLead")}</p>
      <PasswordInput
        {...field("currentPassword", "current-password")}
        key={form.key("currentPassword")}
      />
      <PasswordInput
        {...field("newPassword", "new-password")}
        key={form.key("newPassword")}
      />
      <PasswordInput
        {...field("repeated", "new-password")}
        key={form.key("repeated")}
      />
      <Button type="submit" loading={change.isPending}>
        {t("profile.changePassword")}
      </Button>
    </form>
  );
}

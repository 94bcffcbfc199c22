import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import { notifyDone, notifyFailure } from "../../platform/kit/notify.ts";
import { RestFailure } from "../../platform/rest/rest-failure.ts";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";

const minPasswordLength = 10;
const blank = { currentPassword: "", newPassword: "", repeated: "" };

/** The three fields of a change of password, what is wrong with them, and their sending. */
export function usePasswordForm() {
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
      notifyDone(texts, t("profile.passwordChanged"));
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
  return { form, change };
}

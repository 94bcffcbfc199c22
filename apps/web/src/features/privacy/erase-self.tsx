import { Button, PasswordInput } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { notifyFailure } from "../../platform/kit/notify.ts";
import { Pane } from "../../platform/kit/page.tsx";
import { useRest, useServices } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { erasurePolicyKey } from "./privacy-keys.ts";
import styles from "./privacy.module.css";

function useErasing() {
  const texts = useTexts();
  const rest = useRest();
  const { signedOut } = useServices();
  return useMutation({
    mutationFn: (password: string) => rest("eraseSelf", { body: { password } }),
    onSuccess: () => signedOut(),
    onError: (failure) => notifyFailure(texts, failure),
  });
}

/** Deletes my own account after my password; not there where an administrator alone may. */
export function EraseSelf() {
  const { t } = useTexts();
  const rest = useRest();
  const [isAsked, setAsked] = useState(false);
  const [password, setPassword] = useState("");
  const { data } = useQuery({
    queryKey: erasurePolicyKey,
    queryFn: ({ signal }) => rest("getErasurePolicy", { signal }),
  });
  const erasing = useErasing();
  if (data?.mayEraseSelf !== true) return null;
  return (
    <Pane title={t("privacy.eraseSelf")}>
      <form
        className={styles["form"]}
        onSubmit={(event) => {
          event.preventDefault();
          if (isAsked) erasing.mutate(password);
          else setAsked(true);
        }}
      >
        <p className={styles["about"]}>{t("privacy.eraseSelfAbout")}</p>
        {isAsked && (
          <PasswordInput
            className={styles["field"]}
            label={t("privacy.eraseSelfPassword")}
            autoComplete="current-password"
            data-autofocus
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
        )}
        <Button
          type="submit"
          color="red"
          variant={isAsked ? "filled" : "light"}
          disabled={isAsked && password === ""}
          loading={erasing.isPending}
        >
          {t("privacy.eraseSelf")}
        </Button>
      </form>
    </Pane>
  );
}

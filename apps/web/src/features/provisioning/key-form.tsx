import { TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { DialogForm } from "../../platform/kit/dialog-form.tsx";
import { notifyFailure } from "../../platform/kit/notify.ts";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { scimKeysKey } from "./scim-keys-key.ts";

interface KeyFormProps {
  readonly onClose: () => void;
  readonly onMade: (token: string) => void;
}

/** A new key is called after the system that gets it. */
export function KeyForm({ onClose, onMade }: KeyFormProps) {
  const texts = useTexts();
  const { t } = texts;
  const rest = useRest();
  const queries = useQueryClient();
  const [typed, setTyped] = useState("");
  const [isTried, setTried] = useState(false);
  const name = typed.trim();
  const making = useMutation({
    mutationFn: () => rest("createScimToken", { body: { name } }),
    onSuccess: ({ token }) => {
      onMade(token);
      return queries.invalidateQueries({ queryKey: scimKeysKey });
    },
    onError: (failure) => notifyFailure(texts, failure),
  });
  return (
    <DialogForm
      onClose={onClose}
      title={t("scim.add")}
      isBusy={making.isPending}
      words={t("scim.make")}
      onSubmit={() => {
        setTried(true);
        if (name !== "") making.mutate();
      }}
    >
      <TextInput
        data-autofocus
        label={t("scim.name")}
        description={t("scim.nameHint")}
        maxLength={120}
        error={isTried && name === "" ? t("users.nameMissing") : undefined}
        value={typed}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
    </DialogForm>
  );
}

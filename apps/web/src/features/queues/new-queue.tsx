import { TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { usualQueue } from "@veche/contracts";
import { useState } from "react";
import { DialogForm } from "../../platform/kit/dialog-form.tsx";
import { notifyFailure } from "../../platform/kit/notify.ts";
import { queuesKey } from "../../platform/queues.ts";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";

/** Opens a queue of this name, for every operator and at all hours; the rest is said in its form. */
export function NewQueue({ onClose }: { readonly onClose: () => void }) {
  const texts = useTexts();
  const { t } = texts;
  const rest = useRest();
  const queries = useQueryClient();
  const [name, setName] = useState("");
  const opening = useMutation({
    mutationFn: () =>
      rest("createQueue", {
        body: { ...usualQueue, name },
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: queuesKey });
      onClose();
    },
    onError: (failure) => notifyFailure(texts, failure),
  });
  return (
    <DialogForm
      title={t("queues.add")}
      words={t("queues.open")}
      isBusy={opening.isPending}
      isShut={name.trim() === ""}
      onSubmit={() => opening.mutate()}
      onClose={onClose}
    >
      <TextInput
        data-autofocus
        label={t("queues.name")}
        maxLength={60}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
    </DialogForm>
  );
}

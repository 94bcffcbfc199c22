import { useMutation, useQueryClient } from "@tanstack/react-query";
import { notifyDone, notifyFailure } from "../../platform/kit/notify.ts";
import { Question } from "../../platform/kit/question.tsx";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import type { ScimKey } from "./key-table.tsx";
import { scimKeysKey } from "./scim-keys-key.ts";

/** A revoked key stops working at once: asked once more. */
export function KeyRevocation({
  scimKey,
  onClose,
}: {
  readonly scimKey: ScimKey;
  readonly onClose: () => void;
}) {
  const texts = useTexts();
  const { t } = texts;
  const rest = useRest();
  const queries = useQueryClient();
  const revoking = useMutation({
    mutationFn: () =>
      rest("deleteScimToken", { params: { tokenId: scimKey.id } }),
    onSuccess: () => {
      notifyDone(texts, t("scim.revoked"));
      onClose();
      return queries.invalidateQueries({ queryKey: scimKeysKey });
    },
    onError: (failure) => notifyFailure(texts, failure),
  });
  return (
    <Question
      title={t("scim.revokeOf", scimKey)}
      advice={t("scim.revokeAdvice")}
      yes={t("scim.revoke")}
      isBusy={revoking.isPending}
      onYes={() => revoking.mutate()}
      onClose={onClose}
    />
  );
}

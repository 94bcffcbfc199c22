import {
  useMutation,
  useQueryClient,
  type QueryKey,
} from "@tanstack/react-query";
import { useTexts } from "../texts/texts.tsx";
import { notifyDone, notifyFailure } from "./notify.ts";

interface SecretSaving<Draft> {
  /** Settles with the secret of something new, which is shown this once. */
  readonly save: (draft: Draft) => Promise<string | undefined>;
  /** What is asked for anew afterwards. */
  readonly queryKey: QueryKey;
  readonly onClose: () => void;
  readonly onSecret: (secret: string) => void;
}

/** Saves something whose making gives a secret and whose change doesn't. */
export function useSecretSaving<Draft>({
  save,
  queryKey,
  onClose,
  onSecret,
}: SecretSaving<Draft>) {
  const texts = useTexts();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: save,
    onSuccess: (secret) => {
      if (secret === undefined) {
        notifyDone(texts, texts.t("saved"));
        onClose();
      } else onSecret(secret);
      return queries.invalidateQueries({ queryKey });
    },
    onError: (failure) => notifyFailure(texts, failure),
  });
}

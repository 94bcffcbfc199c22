import {
  useMutation,
  useQueryClient,
  type QueryKey,
} from "@tanstack/react-query";
import { notifyDone, notifyFailure } from "../../platform/kit/notify.ts";
import { useTexts } from "../../platform/texts/texts.tsx";

interface WaySaving<Given> {
  readonly save: (given: Given) => Promise<unknown>;
  /** What is said when it is done. */
  readonly said: string;
  readonly queryKey: QueryKey;
  readonly onClose: () => void;
}

/** Saves what was asked for, says so, closes what was open and reads the list anew; a refusal is told and leaves it open. */
export function useWaySaving<Given>({
  save,
  said,
  queryKey,
  onClose,
}: WaySaving<Given>) {
  const texts = useTexts();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: save,
    onSuccess: () => {
      notifyDone(texts, said);
      onClose();
      return queries.invalidateQueries({ queryKey });
    },
    onError: (failure) => notifyFailure(texts, failure),
  });
}

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { notifyDone, notifyFailure } from "../../platform/kit/notify.ts";
import { useTexts } from "../../platform/texts/texts.tsx";
import { departmentsKey, peopleKey, tagsKey } from "./keys.ts";

interface Changing {
  readonly onDone?: () => void;
  /** Said when it worked. */
  readonly done?: string;
}

/** Lets the server change tags or departments; whatever shows people is asked for anew. */
export function useChanging({ onDone, done }: Changing) {
  const texts = useTexts();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (work: () => Promise<unknown>) => work(),
    onSuccess: async () => {
      if (done !== undefined) notifyDone(texts, done);
      onDone?.();
      await Promise.all(
        [tagsKey, departmentsKey, peopleKey, ["person"]].map((queryKey) =>
          queries.invalidateQueries({ queryKey }),
        ),
      );
    },
    onError: (failure) => notifyFailure(texts, failure),
  });
}

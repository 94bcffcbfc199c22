import { useState } from "react";

interface DraftPowers<Draft, Problems extends object> {
  readonly first: () => Draft;
  /** By field; empty where all is well. */
  readonly problemsOf: (draft: Draft) => Problems;
  readonly save: (draft: Draft) => void;
}

/** What a form holds while it is filled in. It is judged when it is sent, and sent only without a problem. */
export function useDraft<Draft, Problems extends object>({
  first,
  problemsOf,
  save,
}: DraftPowers<Draft, Problems>) {
  const [draft, setDraft] = useState(first);
  const [problems, setProblems] = useState<Partial<Problems>>({});
  return {
    draft,
    problems,
    change: (part: Partial<Draft>) =>
      setDraft((present) => ({ ...present, ...part })),
    submit: () => {
      const found = problemsOf(draft);
      setProblems(found);
      if (Object.keys(found).length === 0) save(draft);
    },
  };
}

import type { QueryKey } from "@tanstack/react-query";
import { Question } from "../../platform/kit/question.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { useWaySaving } from "./use-way-saving.ts";

interface RemoveWayProps {
  readonly name: string;
  /** What becomes of the people who came by it. */
  readonly advice: string;
  /** What is said afterwards. */
  readonly said: string;
  readonly remove: () => Promise<unknown>;
  readonly queryKey: QueryKey;
  readonly onClose: () => void;
}

/** Asks once more before a way in goes. */
export function RemoveWay({ name, advice, remove, ...after }: RemoveWayProps) {
  const { t } = useTexts();
  const removing = useWaySaving<undefined>({ save: remove, ...after });
  return (
    <Question
      title={t("company.removeQuestion", { name })}
      advice={advice}
      yes={t("company.remove")}
      isBusy={removing.isPending}
      onYes={() => removing.mutate(undefined)}
      onClose={after.onClose}
    />
  );
}

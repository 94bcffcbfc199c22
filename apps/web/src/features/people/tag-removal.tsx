import type { Tag } from "@veche/contracts";
import { Question } from "../../platform/kit/question.tsx";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { useChanging } from "./use-changing.ts";

/** Asked once more: who carried it is not remembered. */
export function TagRemoval({
  tag,
  onClose,
}: {
  readonly tag: Tag;
  readonly onClose: () => void;
}) {
  const { t } = useTexts();
  const rest = useRest();
  const changing = useChanging({ onDone: onClose });
  return (
    <Question
      title={t("tags.remove", tag)}
      advice={t(tag.isShared ? "tags.removeSharedAdvice" : "tags.removeAdvice")}
      yes={t("tags.removeYes")}
      isBusy={changing.isPending}
      onYes={() =>
        changing.mutate(() => rest("deleteTag", { params: { tagId: tag.id } }))
      }
      onClose={onClose}
    />
  );
}

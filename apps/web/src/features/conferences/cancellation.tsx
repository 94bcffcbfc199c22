import type { Conference, Occurrence } from "@veche/contracts";
import { Question } from "../../platform/kit/question.tsx";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { wholeDayWords } from "./day-words.ts";
import { useChange } from "./use-conferences.ts";

/** Asked once more before all of it is called off. */
export function Cancellation({
  conference,
  onClose,
}: {
  readonly conference: Conference;
  readonly onClose: () => void;
}) {
  const { t } = useTexts();
  const rest = useRest();
  const changing = useChange({ onDone: onClose, done: t("conf.cancelled") });
  return (
    <Question
      title={t("conf.cancelTitle", { title: conference.title })}
      advice={t("conf.cancelAdvice")}
      yes={t("conf.cancelAll")}
      isBusy={changing.isPending}
      onClose={onClose}
      onYes={() =>
        changing.mutate(() =>
          rest("cancelConference", {
            params: { conferenceId: conference.id },
          }),
        )
      }
    />
  );
}

/** The same of one occurrence. */
export function OccurrenceCancellation({
  occurrence,
  onClose,
}: {
  readonly occurrence: Occurrence;
  readonly onClose: () => void;
}) {
  const { t, language } = useTexts();
  const rest = useRest();
  const changing = useChange({ onDone: onClose, done: t("conf.cancelledOne") });
  const { conferenceId, originalAt, title, startsAt } = occurrence;
  const day = wholeDayWords(language, new Date(startsAt));
  return (
    <Question
      title={t("conf.cancelTitle", { title })}
      advice={t("conf.cancelOneAdvice", { day })}
      yes={t("conf.cancelThis")}
      isBusy={changing.isPending}
      onClose={onClose}
      onYes={() =>
        changing.mutate(() =>
          rest("changeOccurrence", {
            params: { conferenceId, originalAt },
            body: { movedTo: null },
          }),
        )
      }
    />
  );
}

import type { Conference, Occurrence } from "@veche/contracts";
import { DialogForm } from "../../platform/kit/dialog-form.tsx";
import { useDraft } from "../../platform/kit/use-draft.ts";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import type { PlanProblem } from "./plan-draft.ts";
import { TimeFields } from "./time-fields.tsx";
import { useChange } from "./use-conferences.ts";
import { ownZone, wallIn } from "./zoned-time.ts";
import styles from "./form.module.css";

interface MoveFormProps {
  readonly conference: Conference;
  readonly occurrence: Occurrence;
  readonly onClose: () => void;
}

/** Another time for one occurrence, on the clock of the conference's own zone. */
export function MoveForm({ conference, occurrence, onClose }: MoveFormProps) {
  const { t } = useTexts();
  const rest = useRest();
  const changing = useChange({ onDone: onClose, done: t("conf.moved") });
  const { conferenceId, originalAt, startsAt, endsAt } = occurrence;
  const zone = conference.schedule?.timeZone ?? ownZone();
  const { draft, problems, change, submit } = useDraft({
    first: () => {
      const [date = "", time = ""] = wallIn(zone, startsAt).split("T");
      const lastsMs = Date.parse(endsAt) - Date.parse(startsAt);
      return { date, time, durationMinutes: lastsMs / 60_000 };
    },
    problemsOf: ({ date, time }): Partial<Record<PlanProblem, true>> =>
      date === "" || time === "" ? { start: true } : {},
    save: ({ date, time, durationMinutes }) =>
      changing.mutate(() =>
        rest("changeOccurrence", {
          params: { conferenceId, originalAt },
          body: {
            movedTo: { startsAtLocal: `${date}T${time}`, durationMinutes },
          },
        }),
      ),
  });
  return (
    <DialogForm
      title={t("conf.moveOne", { title: conference.title })}
      words={t("conf.move")}
      isBusy={changing.isPending}
      onClose={onClose}
      onSubmit={submit}
    >
      <TimeFields value={draft} problems={problems} onChange={change} />
      {zone !== ownZone() && (
        <p className={styles["quiet"]}>{t("conf.inZone", { zone })}</p>
      )}
    </DialogForm>
  );
}

import { Switch } from "@mantine/core";
import { Loaded } from "../../platform/kit/loaded.tsx";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { useChange, useReminders } from "./use-conferences.ts";

/** For administrators: are people reminded of what begins soon? */
export function ReminderSwitch() {
  const { t } = useTexts();
  const rest = useRest();
  const changing = useChange({});
  return (
    <Loaded query={useReminders()}>
      {({ areOn }) => (
        <Switch
          mt="md"
          label={t("conf.reminders")}
          description={t("conf.remindersHint")}
          checked={areOn}
          disabled={changing.isPending}
          onChange={() =>
            changing.mutate(() =>
              rest("updateConferenceReminders", { body: { areOn: !areOn } }),
            )
          }
        />
      )}
    </Loaded>
  );
}

import { ActionIcon, Button, TextInput } from "@mantine/core";
import type { QueueHours } from "@veche/contracts";
import { iconX } from "@veche/ui";
import { useState } from "react";
import { Icon } from "../../platform/kit/icon.tsx";
import { HoursField } from "../../platform/people/hours-field.tsx";
import { HoursNote } from "../../platform/people/hours-note.tsx";
import { ZoneField } from "../../platform/people/zone-field.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { withHoliday } from "./queue-hours.ts";
import styles from "./queues.module.css";

interface HoursProps {
  readonly hours: QueueHours;
  readonly onChange: (hours: QueueHours) => void;
}

function Holidays({ hours, onChange }: HoursProps) {
  const { t, date } = useTexts();
  const [day, setDay] = useState("");
  const { holidays } = hours;
  const words = (one: string) => date(`${one}T12:00:00`);
  return (
    <fieldset className={styles["holidays"]}>
      <legend>{t("queues.holidays")}</legend>
      <ul className={styles["days"]}>
        {holidays.map((one) => (
          <li key={one} className={styles["holiday"]}>
            {words(one)}
            <ActionIcon
              variant="subtle"
              color="gray"
              size="sm"
              aria-label={t("queues.removeHoliday", { day: words(one) })}
              onClick={() =>
                onChange({
                  ...hours,
                  holidays: holidays.filter((other) => other !== one),
                })
              }
            >
              <Icon paths={iconX} size={14} />
            </ActionIcon>
          </li>
        ))}
      </ul>
      <div className={styles["newDay"]}>
        <TextInput
          type="date"
          label={t("queues.holiday")}
          value={day}
          onChange={({ currentTarget }) => setDay(currentTarget.value)}
        />
        <Button
          variant="default"
          disabled={day === ""}
          onClick={() => {
            onChange(withHoliday(hours, day));
            setDay("");
          }}
        >
          {t("queues.addHoliday")}
        </Button>
      </div>
    </fieldset>
  );
}

/** When a queue serves: its clocks, its week, its days off. */
export function Hours({ hours, onChange }: HoursProps) {
  const { t } = useTexts();
  return (
    <>
      <ZoneField
        value={hours.timeZone}
        onChange={(timeZone) =>
          timeZone !== null && onChange({ ...hours, timeZone })
        }
      />
      <HoursField
        legend={t("queues.week")}
        hours={hours.week}
        onChange={(week) => onChange({ ...hours, week: [...week] })}
      />
      <HoursNote hours={hours.week} />
      {hours.week.length === 0 && (
        <p className={styles["wrong"]} role="alert">
          {t("queues.noDay")}
        </p>
      )}
      <Holidays hours={hours} onChange={onChange} />
    </>
  );
}

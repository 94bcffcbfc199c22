import { ActionIcon, Button, Switch, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Queue, QueueFields, QueueHours } from "@veche/contracts";
import { iconX } from "@veche/ui";
import { useState } from "react";
import { Icon } from "../../platform/kit/icon.tsx";
import { Loaded } from "../../platform/kit/loaded.tsx";
import { notifyDone, notifyFailure } from "../../platform/kit/notify.ts";
import { Page, Pane } from "../../platform/kit/page.tsx";
import { HoursField } from "../../platform/people/hours-field.tsx";
import { HoursNote } from "../../platform/people/hours-note.tsx";
import { isWorkable } from "../../platform/people/working-week.ts";
import { ZoneField } from "../../platform/people/zone-field.tsx";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { usualHours, withHoliday } from "./queue-hours.ts";
import styles from "./queues.module.css";

const queuesKey = ["queues"] as const;

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

function Hours({ hours, onChange }: HoursProps) {
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

function useSaving({ id: queueId }: Queue) {
  const texts = useTexts();
  const rest = useRest();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: QueueFields) =>
      rest("updateQueue", { params: { queueId }, body }),
    onSuccess: async () => {
      notifyDone(texts, texts.t("saved"));
      await queries.invalidateQueries({ queryKey: queuesKey });
    },
    onError: (failure) => notifyFailure(texts, failure),
  });
}

function QueueForm({ queue }: { readonly queue: Queue }) {
  const { t } = useTexts();
  const [name, setName] = useState(queue.name);
  const [hours, setHours] = useState(queue.hours);
  const saving = useSaving(queue);
  const isFit =
    hours === null || (hours.week.length > 0 && isWorkable(hours.week));
  return (
    <form
      className={styles["form"]}
      onSubmit={(event) => {
        event.preventDefault();
        if (isFit) saving.mutate({ name, hours });
      }}
    >
      <TextInput
        label={t("queues.name")}
        required
        maxLength={60}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <Switch
        label={t("queues.byHours")}
        description={t("queues.byHoursHint")}
        checked={hours !== null}
        onChange={() => setHours(hours === null ? usualHours() : null)}
      />
      {hours !== null && <Hours hours={hours} onChange={setHours} />}
      <div>
        <Button type="submit" loading={saving.isPending}>
          {t("action.save")}
        </Button>
      </div>
    </form>
  );
}

/** For administrators: where customers wait, and when calls are taken there (B10). */
export function QueuesPage() {
  const { t } = useTexts();
  const rest = useRest();
  const query = useQuery({
    queryKey: queuesKey,
    queryFn: ({ signal }) => rest("listQueues", { signal }),
  });
  return (
    <Page title={t("queues.title")} lead={t("queues.lead")}>
      <Loaded query={query}>
        {({ items }) =>
          items.map((queue) => (
            <Pane key={queue.id} title={queue.name}>
              <QueueForm queue={queue} />
            </Pane>
          ))
        }
      </Loaded>
    </Page>
  );
}

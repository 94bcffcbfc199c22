import { Button, NativeSelect, Switch, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Queue, QueueFields } from "@veche/contracts";
import { useState } from "react";
import { CopiedCode } from "../../platform/kit/copied-code.tsx";
import { notifyDone, notifyFailure } from "../../platform/kit/notify.ts";
import { isWorkable } from "../../platform/people/working-week.ts";
import { queuesKey } from "../../platform/queues.ts";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { ArchiveQueue } from "./archive-queue.tsx";
import { Hours } from "./hours-fields.tsx";
import { RoutingFields } from "./routing-fields.tsx";
import { OperatorsField } from "./operators-field.tsx";
import { usualHours } from "./queue-hours.ts";
import styles from "./queues.module.css";

const priorities = [9, 8, 7, 6, 5, 4, 3, 2, 1] as const;

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

interface FieldsProps {
  readonly queue: Queue;
  readonly draft: QueueFields;
  readonly onChange: (part: Partial<QueueFields>) => void;
}

/** What customers are told of a supervisor whom they do not hear (B15). */
function TellsSupervision({
  draft,
  onChange,
}: Pick<FieldsProps, "draft" | "onChange">) {
  const { t } = useTexts();
  return (
    <Switch
      label={t("queues.tellsSupervision")}
      description={t("queues.tellsSupervisionHint")}
      checked={draft.tellsSupervision}
      onChange={({ currentTarget }) =>
        onChange({ tellsSupervision: currentTarget.checked })
      }
    />
  );
}

function Fields({ queue, draft, onChange }: FieldsProps) {
  const { t } = useTexts();
  const { name, hours, priority, operatorIds } = draft;
  return (
    <>
      <TextInput
        label={t("queues.name")}
        required
        maxLength={60}
        value={name}
        onChange={({ currentTarget }) =>
          onChange({ name: currentTarget.value })
        }
      />
      <OperatorsField
        chosen={operatorIds}
        onChange={(chosen) => onChange({ operatorIds: chosen })}
      />
      <NativeSelect
        label={t("queues.priority")}
        description={t("queues.priorityHint")}
        value={String(priority)}
        data={priorities.map(String)}
        onChange={({ currentTarget }) =>
          onChange({ priority: Number(currentTarget.value) })
        }
      />
      <RoutingFields queueId={queue.id} draft={draft} onChange={onChange} />
      <TellsSupervision draft={draft} onChange={onChange} />
      <Switch
        label={t("queues.byHours")}
        description={t("queues.byHoursHint")}
        checked={hours !== null}
        onChange={() =>
          onChange({ hours: hours === null ? usualHours() : null })
        }
      />
      {hours !== null && (
        <Hours
          hours={hours}
          onChange={(changed) => onChange({ hours: changed })}
        />
      )}
    </>
  );
}

/** What a page's snippet says to send its visitors here. */
const snippetPart = ({ id }: Queue): string => `data-queue="${id}"`;

/** What an administrator says of a queue. */
export function QueueForm({ queue }: { readonly queue: Queue }) {
  const { t } = useTexts();
  const { id: _, isDefault, ...fields } = queue;
  const [draft, setDraft] = useState<QueueFields>(fields);
  const saving = useSaving(queue);
  const { hours } = draft;
  const isFit =
    hours === null || (hours.week.length > 0 && isWorkable(hours.week));
  return (
    <form
      className={styles["form"]}
      onSubmit={(event) => {
        event.preventDefault();
        if (isFit) saving.mutate(draft);
      }}
    >
      <Fields
        queue={queue}
        draft={draft}
        onChange={(part) => setDraft((present) => ({ ...present, ...part }))}
      />
      {!isDefault && (
        <CopiedCode label={t("queues.snippet")} code={snippetPart(queue)} />
      )}
      <div className={styles["buttons"]}>
        <Button type="submit" loading={saving.isPending}>
          {t("action.save")}
        </Button>
        {!isDefault && <ArchiveQueue queue={queue} />}
      </div>
    </form>
  );
}

import { NativeSelect } from "@mantine/core";
import {
  routingStrategies,
  type QueueFields,
  type QueueId,
} from "@veche/contracts";
import { useQueues } from "../../platform/queues.ts";
import { useTexts } from "../../platform/texts/texts.tsx";

/** Offered beside whatever is set. */
const overflowSeconds = [0, 15, 30, 60, 120, 300, 600, 1800];
const stickyDays = [0, 1, 7, 30, 90];

/** In their order, with what is set among them. */
const withSet = (offered: readonly number[], set: number): number[] =>
  [...new Set([...offered, set])].sort((a, b) => a - b);

interface RoutingFieldsProps {
  readonly queueId: QueueId;
  readonly draft: QueueFields;
  readonly onChange: (part: Partial<QueueFields>) => void;
}

/** Who else is rung, and after how long; nothing to choose while there is no other queue. */
function Overflow({ queueId, draft, onChange }: RoutingFieldsProps) {
  const { t, duration } = useTexts();
  const { data } = useQueues();
  const others = (data?.items ?? []).filter(({ id }) => id !== queueId);
  if (others.length === 0) return null;
  const { overflow } = draft;
  const afterSeconds = overflow?.afterSeconds ?? 60;
  return (
    <>
      <NativeSelect
        label={t("queues.overflow")}
        description={t("queues.overflowHint")}
        value={overflow?.queueId ?? ""}
        data={[
          { value: "", label: t("queues.noOverflow") },
          ...others.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={({ currentTarget }) => {
          const target = others.find(({ id }) => id === currentTarget.value);
          onChange({
            overflow: target ? { queueId: target.id, afterSeconds } : null,
          });
        }}
      />
      {overflow !== null && (
        <NativeSelect
          label={t("queues.overflowAfter")}
          value={String(afterSeconds)}
          data={withSet(overflowSeconds, afterSeconds).map((seconds) => ({
            value: String(seconds),
            label:
              seconds === 0
                ? t("queues.atOnce")
                : t("queues.afterWaiting", { time: duration(seconds * 1000) }),
          }))}
          onChange={({ currentTarget }) =>
            onChange({
              overflow: {
                ...overflow,
                afterSeconds: Number(currentTarget.value),
              },
            })
          }
        />
      )}
    </>
  );
}

/** Which of several operators is rung for a queue (B11). */
export function RoutingFields(props: RoutingFieldsProps) {
  const { t } = useTexts();
  const { draft, onChange } = props;
  return (
    <>
      <NativeSelect
        label={t("queues.strategy")}
        value={draft.strategy}
        data={routingStrategies.map((value) => ({
          value,
          label: t(`queues.strategy.${value}`),
        }))}
        onChange={({ currentTarget }) =>
          onChange({
            strategy:
              routingStrategies.find((one) => one === currentTarget.value) ??
              draft.strategy,
          })
        }
      />
      <NativeSelect
        label={t("queues.sticky")}
        description={t("queues.stickyHint")}
        value={String(draft.stickyDays)}
        data={withSet(stickyDays, draft.stickyDays).map((days) => ({
          value: String(days),
          label:
            days === 0
              ? t("queues.notSticky")
              : t("queues.stickyFor", { count: days }),
        }))}
        onChange={({ currentTarget }) =>
          onChange({ stickyDays: Number(currentTarget.value) })
        }
      />
      <Overflow {...props} />
    </>
  );
}

import { MultiSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { UserId } from "@veche/contracts";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import styles from "./queues.module.css";

interface OperatorsFieldProps {
  readonly chosen: readonly UserId[];
  readonly onChange: (operatorIds: UserId[]) => void;
}

/** Who is rung for a queue; nobody chosen: every operator. Whoever serves no longer stays until they are taken out. */
export function OperatorsField({ chosen, onChange }: OperatorsFieldProps) {
  const { t } = useTexts();
  const rest = useRest();
  const { data } = useQuery({
    queryKey: ["users-for-queues"],
    queryFn: ({ signal }) => rest("listUsers", { signal }),
    select: ({ users }) => users,
  });
  const users = (data ?? []).filter(
    ({ id, roles, disabledAt }) =>
      chosen.includes(id) ||
      (disabledAt === null && roles.includes("operator")),
  );
  return (
    <MultiSelect
      label={t("queues.operators")}
      description={t("queues.operatorsHint")}
      placeholder={chosen.length === 0 ? t("queues.everyOperator") : ""}
      classNames={{ inputField: styles["bare"] ?? "" }}
      searchable
      clearable
      maxValues={500}
      nothingFoundMessage={t("queues.noOperator")}
      data={users.map(({ id, name }) => ({ value: id, label: name }))}
      value={[...chosen]}
      onChange={(ids) =>
        onChange(users.flatMap(({ id }) => (ids.includes(id) ? [id] : [])))
      }
    />
  );
}

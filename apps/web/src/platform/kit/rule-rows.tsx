import { Button, NativeSelect, TextInput } from "@mantine/core";
import type { Role, RoleRule } from "@veche/contracts";
import { iconPlus, iconTrash } from "@veche/ui";
import { useTexts } from "../texts/texts.tsx";
import { Icon } from "./icon.tsx";
import styles from "./rule-rows.module.css";

const givenRoles: readonly Role[] = ["operator", "supervisor", "admin"];

function RuleRow({
  rule,
  onChange,
  onRemove,
}: {
  readonly rule: RoleRule;
  readonly onChange: (rule: RoleRule) => void;
  readonly onRemove: () => void;
}) {
  const { t } = useTexts();
  return (
    <div className={styles["rule"]}>
      <TextInput
        label={t("company.ruleValue")}
        autoCapitalize="none"
        spellCheck={false}
        value={rule.value}
        onChange={(event) =>
          onChange({ ...rule, value: event.currentTarget.value })
        }
      />
      <NativeSelect
        label={t("company.ruleRole")}
        value={rule.role}
        data={givenRoles.map((value) => ({ value, label: t(`role.${value}`) }))}
        onChange={({ currentTarget: { value } }) => {
          const role = givenRoles.find((one) => one === value);
          if (role !== undefined) onChange({ ...rule, role });
        }}
      />
      <Button
        variant="subtle"
        color="red"
        aria-label={t("company.ruleRemove", { value: rule.value })}
        onClick={onRemove}
      >
        <Icon paths={iconTrash} size={16} />
      </Button>
    </div>
  );
}

interface RuleRowsProps {
  readonly rules: readonly RoleRule[];
  readonly onChange: (rules: readonly RoleRule[]) => void;
}

/** Which values at the company mean which roles here. */
export function RuleRows({ rules, onChange }: RuleRowsProps) {
  const { t } = useTexts();
  const replace = (index: number, by: readonly RoleRule[]) =>
    onChange(rules.toSpliced(index, 1, ...by));
  return (
    <>
      {rules.map((rule, index) => (
        <RuleRow
          // Rules are told apart by their place alone while they are typed.
          key={index}
          rule={rule}
          onChange={(next) => replace(index, [next])}
          onRemove={() => replace(index, [])}
        />
      ))}
      <Button
        variant="default"
        leftSection={<Icon paths={iconPlus} size={16} />}
        onClick={() => onChange([...rules, { value: "", role: "operator" }])}
      >
        {t("company.ruleAdd")}
      </Button>
    </>
  );
}

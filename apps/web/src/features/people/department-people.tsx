import { ActionIcon, Button, Tooltip } from "@mantine/core";
import type { Department, DepartmentId, Person } from "@veche/contracts";
import { iconPlus, iconX } from "@veche/ui";
import { useState } from "react";
import { Dialog } from "../../platform/kit/dialog.tsx";
import { Icon } from "../../platform/kit/icon.tsx";
import { Loaded } from "../../platform/kit/loaded.tsx";
import { PersonPicker } from "../../platform/people/person-picker.tsx";
import { MorePeople } from "../../platform/people/more-people.tsx";
import { usePeople } from "../../platform/people/use-people.ts";
import { useWhole } from "./use-whole.ts";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { PersonRow } from "./person-row.tsx";
import { useChanging } from "./use-changing.ts";
import styles from "./directory.module.css";

interface DepartmentPeopleProps {
  readonly department: Department;
  readonly onClose: () => void;
}

function LeaveButton({
  person,
  onPress,
}: {
  readonly person: Person;
  readonly onPress: () => void;
}) {
  const { t } = useTexts();
  const words = t("departments.takeOut", { name: person.name });
  return (
    <Tooltip label={words}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={words}
        onClick={onPress}
      >
        <Icon paths={iconX} size={18} />
      </ActionIcon>
    </Tooltip>
  );
}

interface PeopleProps {
  readonly people: readonly Person[];
  readonly onTakeOut: (person: Person) => void;
}

function People({ people, onTakeOut }: PeopleProps) {
  const { t } = useTexts();
  if (people.length === 0)
    return <p className={styles["text"]}>{t("departments.nobody")}</p>;
  return (
    <ul className={styles["rows"]} aria-label={t("people.title")}>
      {people.map((person) => (
        <PersonRow
          key={person.id}
          person={person}
          action={
            <LeaveButton person={person} onPress={() => onTakeOut(person)} />
          }
        />
      ))}
    </ul>
  );
}

function SwitchButton({
  isAdding,
  onPress,
}: {
  readonly isAdding: boolean;
  readonly onPress: () => void;
}) {
  const { t } = useTexts();
  const plus = <Icon paths={iconPlus} size={18} />;
  return (
    <div className={styles["buttons"]}>
      <Button
        variant={isAdding ? "filled" : "default"}
        leftSection={isAdding ? undefined : plus}
        onClick={onPress}
      >
        {t(isAdding ? "departments.enough" : "departments.putIn")}
      </Button>
    </div>
  );
}

/** Who works in a department and below it; people are put in and taken out. */
export function DepartmentPeople({
  department,
  onClose,
}: DepartmentPeopleProps) {
  const rest = useRest();
  const [isAdding, setAdding] = useState(false);
  const changing = useChanging({});
  const { id, name } = department;
  const query = usePeople({ text: "", departmentId: id });
  useWhole(query, { isWanted: isAdding });
  const move = (person: Person, departmentId: DepartmentId | null) =>
    changing.mutate(() =>
      rest("updatePerson", {
        params: { userId: person.id },
        body: { departmentId },
      }),
    );
  return (
    <Dialog onClose={onClose} title={name} size="lg">
      <Loaded query={query}>
        {(items) =>
          isAdding ? (
            <PersonPicker
              chosen={items.map((person) => person.id)}
              onToggle={(person) => {
                const isHere = items.some((one) => one.id === person.id);
                move(person, isHere ? null : id);
              }}
            />
          ) : (
            <People people={items} onTakeOut={(one) => move(one, null)} />
          )
        }
      </Loaded>
      {!isAdding && <MorePeople query={query} />}
      <SwitchButton isAdding={isAdding} onPress={() => setAdding(!isAdding)} />
    </Dialog>
  );
}

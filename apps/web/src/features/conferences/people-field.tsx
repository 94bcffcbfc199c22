import { ActionIcon, Button, Switch } from "@mantine/core";
import { iconX } from "@veche/ui";
import { useState } from "react";
import { Icon } from "../../platform/kit/icon.tsx";
import { useMe } from "../../platform/me.tsx";
import { PersonPicker } from "../../platform/people/person-picker.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import type { PlanDraft } from "./plan-draft.ts";
import styles from "./form.module.css";

type People = PlanDraft["people"];

interface PeopleFieldProps {
  readonly people: People;
  readonly onChange: (people: People) => void;
}

function Chosen({ people, onChange }: PeopleFieldProps) {
  const { t } = useTexts();
  return (
    <ul className={styles["people"]} aria-label={t("conf.people")}>
      {people.map((person) => {
        const { userId, name, isOrganiser } = person;
        return (
          <li key={userId} className={styles["person"]}>
            <span>{name}</span>
            <Switch
              size="xs"
              label={
                <>
                  <span aria-hidden="true">{t("conf.organiser")}</span>
                  <span className="visually-hidden">
                    {t("conf.makeOrganiser", { name })}
                  </span>
                </>
              }
              checked={isOrganiser}
              onChange={({ currentTarget }) =>
                onChange(
                  people.map((one) =>
                    one === person
                      ? { ...one, isOrganiser: currentTarget.checked }
                      : one,
                  ),
                )
              }
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t("conf.takeOut", { name })}
              onClick={() => onChange(people.filter((one) => one !== person))}
            >
              <Icon paths={iconX} size={14} />
            </ActionIcon>
          </li>
        );
      })}
    </ul>
  );
}

/** Whom it is for, and who of them organise it with me. */
export function PeopleField({ people, onChange }: PeopleFieldProps) {
  const { t } = useTexts();
  const me = useMe();
  const [isPicking, setPicking] = useState(false);
  return (
    <div className={styles["facts"]}>
      <p className={styles["label"]}>{t("conf.people")}</p>
      <Chosen people={people} onChange={onChange} />
      {isPicking ? (
        <PersonPicker
          chosen={people.map(({ userId }) => userId)}
          without={new Set([me.id])}
          onToggle={({ id: userId, name }) =>
            onChange(
              people.some((one) => one.userId === userId)
                ? people.filter((one) => one.userId !== userId)
                : [...people, { userId, name, isOrganiser: false }],
            )
          }
        />
      ) : (
        <Button
          variant="default"
          size="compact-sm"
          w="fit-content"
          onClick={() => setPicking(true)}
        >
          {t("conf.invite")}
        </Button>
      )}
    </div>
  );
}

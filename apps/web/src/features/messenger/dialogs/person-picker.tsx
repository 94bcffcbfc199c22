import { useQuery } from "@tanstack/react-query";
import type { UserId } from "@veche/contracts";
import { useDeferredValue, useState } from "react";
import { Loaded } from "../../../platform/kit/loaded.tsx";
import { useTexts } from "../../../platform/texts/texts.tsx";
import type { Person } from "@veche/contracts";
import { useMessenger } from "../messenger-context.tsx";
import { Picture } from "../picture.tsx";
import { SearchField } from "../search-field.tsx";
import styles from "./dialogs.module.css";

interface PersonPickerProps {
  readonly chosen: readonly UserId[];
  readonly onToggle: (person: Person) => void;
  readonly without?: ReadonlySet<string>;
}

/** People of the company, found by name. */
export function PersonPicker({ chosen, onToggle, without }: PersonPickerProps) {
  const { t } = useTexts();
  const { asks } = useMessenger();
  const [text, setText] = useState("");
  const sought = useDeferredValue(text.trim());
  const query = useQuery({
    queryKey: ["people", sought],
    queryFn: () => asks.people(sought),
  });
  return (
    <>
      <SearchField label={t("people.search")} value={text} onChange={setText} />
      <Loaded query={query}>
        {(people) => (
          <ul className={styles["people"]}>
            {people
              .filter(({ id }) => without?.has(id) !== true)
              .map((person) => (
                <li key={person.id}>
                  <button
                    type="button"
                    className={styles["person"]}
                    aria-pressed={chosen.includes(person.id)}
                    onClick={() => onToggle(person)}
                  >
                    <Picture name={person.name} id={person.id} size={36} />
                    <span className={styles["personText"]}>
                      <span>{person.name}</span>
                      <span className={styles["detail"]}>{person.detail}</span>
                    </span>
                    {chosen.includes(person.id) && (
                      <span aria-hidden="true">✓</span>
                    )}
                  </button>
                </li>
              ))}
            {people.length === 0 && (
              <li className={styles["detail"]}>{t("people.none")}</li>
            )}
          </ul>
        )}
      </Loaded>
    </>
  );
}

import type { Person, UserId } from "@veche/contracts";
import { iconCheck } from "@veche/ui";
import { useDeferredValue, useState } from "react";
import { Icon } from "../kit/icon.tsx";
import { Loaded } from "../kit/loaded.tsx";
import { Picture } from "../kit/picture.tsx";
import { SearchField } from "../kit/search-field.tsx";
import { useTexts } from "../texts/texts.tsx";
import { MorePeople } from "./more-people.tsx";
import styles from "./person-list.module.css";
import { usePeople } from "./use-people.ts";

interface PersonPickerProps {
  readonly chosen: readonly UserId[];
  readonly onToggle: (person: Person) => void;
  readonly without?: ReadonlySet<string>;
}

function PersonRow({
  person,
  isChosen,
  onToggle,
}: Pick<PersonPickerProps, "onToggle"> & {
  readonly person: Person;
  readonly isChosen: boolean;
}) {
  const { id, name, detail, photoId } = person;
  return (
    <li>
      <button
        type="button"
        className={styles["person"]}
        aria-pressed={isChosen}
        onClick={() => onToggle(person)}
      >
        <Picture name={name} id={id} pictureId={photoId} size={36} />
        <span className={styles["words"]}>
          <span>{name}</span>
          <span className={styles["detail"]}>{detail}</span>
        </span>
        {isChosen && <Icon paths={iconCheck} size={18} />}
      </button>
    </li>
  );
}

/** People of the company, found by name and everything else on their cards. */
export function PersonPicker({ chosen, onToggle, without }: PersonPickerProps) {
  const { t } = useTexts();
  const [text, setText] = useState("");
  const sought = useDeferredValue(text.trim());
  const query = usePeople({ text: sought });
  return (
    <>
      <SearchField label={t("people.search")} value={text} onChange={setText} />
      <Loaded query={query}>
        {(items) => (
          <ul className={styles["people"]}>
            {items
              .filter(({ id }) => without?.has(id) !== true)
              .map((person) => (
                <PersonRow
                  key={person.id}
                  person={person}
                  isChosen={chosen.includes(person.id)}
                  onToggle={onToggle}
                />
              ))}
            {items.length === 0 && (
              <li className={styles["detail"]}>{t("people.none")}</li>
            )}
            <li>
              <MorePeople query={query} />
            </li>
          </ul>
        )}
      </Loaded>
    </>
  );
}

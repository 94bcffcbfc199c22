import { Picture } from "../../../platform/kit/picture.tsx";
import type { Suggestion } from "./suggestions.ts";
import styles from "./composer.module.css";

interface SuggestionListProps {
  readonly id: string;
  readonly label: string;
  readonly suggestions: readonly Suggestion[];
  readonly active: number;
  readonly onChoose: (suggestion: Suggestion) => void;
}

/** Whom to name; the field keeps the focus and its arrows choose. */
export function SuggestionList({
  id,
  label,
  suggestions,
  active,
  onChoose,
}: SuggestionListProps) {
  return (
    <ul
      id={id}
      role="listbox"
      aria-label={label}
      className={styles["suggestions"]}
    >
      {suggestions.map((suggestion, index) => (
        <li
          key={suggestion.key}
          id={`${id}-${String(index)}`}
          role="option"
          aria-selected={index === active}
          className={styles["suggestion"]}
          onMouseDown={(event) => {
            event.preventDefault();
            onChoose(suggestion);
          }}
        >
          <Picture
            name={suggestion.name.replace(/^@/, "")}
            id={suggestion.key}
            personId={
              suggestion.mention.kind === "principal"
                ? suggestion.mention.principalId
                : undefined
            }
            size={24}
          />
          <span>{suggestion.name}</span>
          <span className={styles["suggestionDetail"]}>
            {suggestion.detail}
          </span>
        </li>
      ))}
    </ul>
  );
}

import { TextInput } from "@mantine/core";
import type { LocalText } from "@veche/contracts";
import styles from "./kinds.module.css";

interface WordsPairProps {
  readonly name: string;
  readonly words: LocalText;
  readonly onChange: (words: LocalText) => void;
}

/** A text in both languages of the interface. */
export function WordsPair({ name, words, onChange }: WordsPairProps) {
  return (
    <div className={styles["pair"]}>
      <TextInput
        label={`${name} · Русский`}
        lang="ru"
        maxLength={120}
        value={words.ru}
        onChange={({ currentTarget }) =>
          onChange({ ...words, ru: currentTarget.value })
        }
      />
      <TextInput
        label={`${name} · English`}
        lang="en"
        maxLength={120}
        value={words.en}
        onChange={({ currentTarget }) =>
          onChange({ ...words, en: currentTarget.value })
        }
      />
    </div>
  );
}

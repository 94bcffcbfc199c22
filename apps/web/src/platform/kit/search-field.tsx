import { TextInput } from "@mantine/core";
import { iconSearch } from "@veche/ui";
import { Icon } from "./icon.tsx";

interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** The field by which a list is searched; it has the focus when its dialog opens. */
export function SearchField({ label, value, onChange }: SearchFieldProps) {
  return (
    <TextInput
      data-autofocus
      type="search"
      aria-label={label}
      placeholder={label}
      leftSection={<Icon paths={iconSearch} size={16} />}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

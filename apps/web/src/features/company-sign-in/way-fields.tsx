import { NativeSelect, Switch, TextInput } from "@mantine/core";
import { accountMatches, type AccountMatch } from "@veche/contracts";
import { useTexts } from "../../platform/texts/texts.tsx";

interface WayLineProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly isFirst?: boolean;
  readonly value: string;
  /** What is wrong with it, in the reader's words. */
  readonly problem: string | undefined;
  readonly onChange: (value: string) => void;
}

/** One line of what a way in is set up with: names of machines, not words of a language. */
export const WayLine = ({
  label,
  hint,
  isFirst = false,
  value,
  problem,
  onChange,
}: WayLineProps) => (
  <TextInput
    label={label}
    description={hint}
    data-autofocus={isFirst || undefined}
    autoCapitalize="none"
    spellCheck={false}
    value={value}
    error={problem}
    onChange={(event) => onChange(event.currentTarget.value)}
  />
);

interface Accounts {
  readonly matches: AccountMatch;
  readonly createsPeople: boolean;
}

interface AccountFieldsProps {
  readonly draft: Accounts;
  readonly words: (matches: AccountMatch) => string;
  readonly hint?: string;
  readonly change: (part: Partial<Accounts>) => void;
}

/** Who of ours somebody from the company is, and whether strangers get an account. */
export function AccountFields({
  draft,
  words,
  hint,
  change,
}: AccountFieldsProps) {
  const { t } = useTexts();
  return (
    <>
      <NativeSelect
        label={t("company.matches")}
        description={hint}
        value={draft.matches}
        data={accountMatches.map((value) => ({ value, label: words(value) }))}
        onChange={({ currentTarget: { value } }) => {
          const matches = accountMatches.find((one) => one === value);
          if (matches !== undefined) change({ matches });
        }}
      />
      <Switch
        label={t("company.createsPeople")}
        checked={draft.createsPeople}
        onChange={(event) =>
          change({ createsPeople: event.currentTarget.checked })
        }
      />
    </>
  );
}

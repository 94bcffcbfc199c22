import { SegmentedControl } from "@mantine/core";
import type { Language } from "@veche/contracts";
import { useTexts } from "../texts/texts.tsx";

/** Both languages under their own names, so that each reader finds theirs. */
export function LanguageSwitch({
  onChoose,
}: {
  readonly onChoose: (language: Language) => void;
}) {
  const { t, language } = useTexts();
  return (
    <SegmentedControl
      aria-label={t("language.name")}
      size="sm"
      value={language}
      onChange={onChoose}
      data={[
        { value: "ru", label: "Русский" },
        { value: "en", label: "English" },
      ]}
    />
  );
}

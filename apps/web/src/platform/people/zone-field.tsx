import { Select } from "@mantine/core";
import { useTexts } from "../texts/texts.tsx";

const zones: readonly string[] = Intl.supportedValuesOf("timeZone");

/** A time zone by its name in the world's list, the browser's own at the top. */
export function ZoneField({
  value,
  onChange,
}: {
  readonly value: string | null;
  readonly onChange: (zone: string | null) => void;
}) {
  const { t } = useTexts();
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <Select
      label={t("person.timeZone")}
      placeholder={t("person.notSet")}
      searchable
      clearable
      clearButtonProps={{ "aria-label": t("person.clear") }}
      limit={60}
      nothingFoundMessage={t("person.noZone")}
      data={[...new Set([own, ...(value === null ? [] : [value]), ...zones])]}
      value={value}
      onChange={onChange}
    />
  );
}

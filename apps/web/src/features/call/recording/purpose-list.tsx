import { Checkbox, Stack } from "@mantine/core";
import { recordingPurposes, type RecordingPurpose } from "@veche/contracts";
import { useTexts } from "../../../platform/texts/texts.tsx";

interface PurposeListProps {
  readonly label: string;
  readonly purposes: readonly RecordingPurpose[];
  readonly chosen: readonly RecordingPurpose[];
  readonly onChange: (chosen: readonly RecordingPurpose[]) => void;
}

/** Purposes of a recording in plain words, each ticked by itself. */
export function PurposeList({
  label,
  purposes,
  chosen,
  onChange,
}: PurposeListProps) {
  const { t } = useTexts();
  return (
    <Checkbox.Group
      label={label}
      value={[...chosen]}
      onChange={(values) =>
        onChange(recordingPurposes.filter((one) => values.includes(one)))
      }
    >
      <Stack gap="sm" mt="xs">
        {purposes.map((purpose) => (
          <Checkbox
            key={purpose}
            value={purpose}
            label={t(`consent.${purpose}`)}
            description={t(`consent.${purpose}More`)}
          />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}

import { Select } from "@mantine/core";
import type { CallSound, MessageSound } from "@veche/contracts";
import { useTexts } from "../texts/texts.tsx";

interface SoundSelectProps<Sound extends MessageSound | CallSound> {
  readonly label: string;
  readonly sounds: readonly Sound[];
  /** Null: silence; undefined: as the settings of all conversations say, which is offered then. */
  readonly value: Sound | null | undefined;
  readonly onChoose: (sound: Sound | null) => void;
  /** Offers to sound as everywhere else. */
  readonly onUsual?: () => void;
}

const silence = "none";
const usual = "usual";

/** One sound of several, or none. */
export function SoundSelect<Sound extends MessageSound | CallSound>({
  label,
  sounds,
  value,
  onChoose,
  onUsual,
}: SoundSelectProps<Sound>) {
  const { t } = useTexts();
  const choose = (chosen: string | null) => {
    if (chosen === usual) onUsual?.();
    else onChoose(sounds.find((one) => one === chosen) ?? null);
  };
  return (
    <Select
      label={label}
      allowDeselect={false}
      value={value === undefined ? usual : (value ?? silence)}
      onChange={choose}
      data={[
        ...(onUsual === undefined
          ? []
          : [{ value: usual, label: t("notify.sound.usual") }]),
        ...sounds.map((one: MessageSound | CallSound) => ({
          value: one,
          label: t(`notify.sound.${one}`),
        })),
        { value: silence, label: t("notify.sound.none") },
      ]}
    />
  );
}

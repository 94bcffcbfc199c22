import { Menu } from "@mantine/core";
import type {
  LocalMedia,
  LocalMediaSnapshot,
  Treatment,
} from "@veche/call-client";
import { iconCheck } from "@veche/ui";
import { Icon } from "../../platform/kit/icon.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";

interface TreatmentItemsProps {
  readonly media: Pick<LocalMedia, "treat">;
  readonly local: Pick<LocalMediaSnapshot, "blur" | "treatments">;
}

/** What the browser itself does to my voice and picture. */
export function TreatmentItems({ media, local }: TreatmentItemsProps) {
  const { t } = useTexts();
  const { treatments, blur } = local;
  const isBlurred =
    blur === "unknown" ? treatments.blur === "on" : blur === "on";
  return (
    <>
      <Menu.Label>{t("treatment.menu")}</Menu.Label>
      <Switch
        {...{ media, what: "noise" }}
        words={t("treatment.noise")}
        isOn={treatments.noise === "on"}
      />
      {blur === "unable" ? (
        <Menu.Item disabled>{t("treatment.blurUnable")}</Menu.Item>
      ) : (
        <Switch
          {...{ media, what: "blur" }}
          words={t("treatment.blur")}
          isOn={isBlurred}
        />
      )}
    </>
  );
}

interface SwitchProps extends Pick<TreatmentItemsProps, "media"> {
  readonly what: Treatment;
  readonly words: string;
  readonly isOn: boolean;
}

function Switch({ media, what, words, isOn }: SwitchProps) {
  return (
    <Menu.Item
      role="menuitemcheckbox"
      aria-checked={isOn}
      closeMenuOnClick={false}
      rightSection={isOn && <Icon paths={iconCheck} size={16} />}
      onClick={() => void media.treat(what, isOn ? "off" : "on")}
    >
      {words}
    </Menu.Item>
  );
}

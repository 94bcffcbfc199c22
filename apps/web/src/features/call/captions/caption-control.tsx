import { iconCaptions } from "@veche/ui";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { Control } from "../control-bar.tsx";
import { useCaptions } from "./use-captions.ts";

/** Shows captions, or hides them. */
export function CaptionControl() {
  const { t } = useTexts();
  const { isOn, toggle } = useCaptions();
  return (
    <Control
      icon={iconCaptions}
      words={t(isOn ? "caption.hide" : "caption.show")}
      tone={isOn ? "loud" : "plain"}
      onClick={toggle}
    />
  );
}

import { iconChevronDown } from "@veche/ui";
import { IconButton } from "./icon-button.tsx";
import { useTexts, useWidget } from "./widget-context.ts";

/** What every screen has in its corner: minimise. */
export function PanelButtons({
  tone = "plain",
}: {
  readonly tone?: "plain" | "stage" | "accent";
}) {
  const { panel } = useWidget();
  const { t } = useTexts();
  return (
    <span class={`panel-buttons ${tone}`}>
      <IconButton
        icon={iconChevronDown}
        label={t("panel.minimise")}
        onPress={panel.close}
      />
    </span>
  );
}

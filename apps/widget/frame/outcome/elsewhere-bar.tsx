import type { Call } from "@veche/contracts";
import { iconDevices, iconMessage } from "@veche/ui";
import { Icon } from "../parts/icon.tsx";
import { IconButton } from "../parts/icon-button.tsx";
import { useTexts, useWidget } from "../parts/widget-context.ts";
import { bringHere } from "../session/bring-here.ts";

/** Closed panel, call in another tab: says where it is and brings it here. */
export function ElsewhereBar({ call }: { readonly call: Call }) {
  const widget = useWidget();
  const { t } = useTexts();
  const bring = () => {
    widget.panel.open();
    bringHere(widget, call);
  };
  return (
    <section class="elsewhere-bar" aria-label={t("elsewhere.title")}>
      <Icon paths={iconDevices} size={24} />
      <span class="elsewhere-words">{t("elsewhere.title")}</span>
      <button type="button" class="button" onClick={bring}>
        {t("elsewhere.continue")}
      </button>
      <IconButton
        icon={iconMessage}
        label={t("elsewhere.chat")}
        onPress={widget.panel.open}
      />
    </section>
  );
}

import type { Call } from "@veche/contracts";
import { iconDevices } from "@veche/ui";
import { Icon } from "../parts/icon.tsx";
import { ErrorNotice } from "../parts/notice.tsx";
import { PanelButtons } from "../parts/panel-buttons.tsx";
import { useReadable } from "../parts/use-readable.ts";
import { useTexts, useWidget } from "../parts/widget-context.ts";
import { bringHere } from "../session/bring-here.ts";

/** The call goes on in another tab or on another device: it can be brought here. */
export function ElsewhereScreen({ call }: { readonly call: Call }) {
  const widget = useWidget();
  const { t } = useTexts();
  const failure = useReadable(widget.failure);
  return (
    <div class="screen">
      <div class="head">
        <span class="head-words" />
        <PanelButtons />
      </div>
      <div class="middle">
        <Icon paths={iconDevices} size={44} />
        <h2 class="middle-title">{t("elsewhere.title")}</h2>
        <p class="muted">{t("elsewhere.text")}</p>
        {failure === null ? null : <ErrorNotice code={failure} />}
        <button
          type="button"
          class="button"
          onClick={() => bringHere(widget, call)}
        >
          {t("elsewhere.continue")}
        </button>
        <button
          type="button"
          class="button quiet"
          onClick={() => widget.wish.set({ kind: "chat" })}
        >
          {t("elsewhere.chat")}
        </button>
      </div>
    </div>
  );
}

import { iconCheck, iconInfoCircle } from "@veche/ui";
import { Icon } from "../parts/icon.tsx";
import { PanelButtons } from "../parts/panel-buttons.tsx";
import { RatingGate } from "../parts/rating-gate.tsx";
import { useReadable } from "../parts/use-readable.ts";
import { useTexts, useWidget } from "../parts/widget-context.ts";
import type { WidgetTranslator } from "../texts/translator.ts";
import { goTo } from "../session/go-to.ts";
import type { CallOutcome } from "../session/screen.ts";

/** What to say of a call that is over. */
function outcomeWords(
  outcome: CallOutcome,
  { t, duration }: WidgetTranslator,
): string {
  if (outcome.reason === "lost") return t("ended.lost");
  if (outcome.durationMs > 0)
    return t("ended.lasted", { duration: duration(outcome.durationMs) });
  return outcome.reason === "hung_up"
    ? t("ended.notHeld")
    : t(`ended.${outcome.reason}`);
}

/** Thanks, how long it was, and the ways on. */
export function EndedScreen({ outcome }: { readonly outcome: CallOutcome }) {
  const widget = useWidget();
  const translator = useTexts();
  const { t } = translator;
  const isServed = useReadable(widget.requests.current)?.state === "active";
  const wasHeld = outcome.durationMs > 0;
  return (
    <div class="screen">
      <div class="head">
        <span class="head-words" />
        <PanelButtons />
      </div>
      <div class="middle" role="status">
        <span class={`seal ${wasHeld ? "good" : ""}`}>
          <Icon paths={wasHeld ? iconCheck : iconInfoCircle} size={36} />
        </span>
        <h2 class="middle-title">
          {wasHeld ? t("ended.title") : t("call.ended")}
        </h2>
        <p class="muted">{outcomeWords(outcome, translator)}</p>
        <RatingGate />
        <button
          type="button"
          class="button"
          onClick={() => goTo(widget, "chat")}
        >
          {t(isServed ? "ended.backToChat" : "ended.write")}
        </button>
        <button
          type="button"
          class="button quiet"
          onClick={() => goTo(widget, outcome.media)}
        >
          {t("ended.again")}
        </button>
        <button
          type="button"
          class="text-button"
          onClick={() => goTo(widget, "home")}
        >
          {t("ended.done")}
        </button>
      </div>
    </div>
  );
}

import { useState } from "preact/hooks";
import { useWidget } from "../../parts/widget-context.ts";
import { ConsentQuestion } from "./consent-question.tsx";
import {
  useConsentTexts,
  useRecording,
  type ShownRecording,
} from "./use-recording.ts";

interface LampProps {
  readonly shown: ShownRecording;
  readonly onAnswer: () => void;
}

/** Who records the call and since when, and the way to my answer. */
function Lamp({ shown: { recording, mine }, onAnswer }: LampProps) {
  const { t, time } = useConsentTexts();
  const { startedByName: name, startedAt } = recording;
  return (
    <div class="recording-lamp">
      <i aria-hidden="true" />
      <span role="status">
        {t("recording.by", { name })}{" "}
        {t("recording.since", { at: time(startedAt) })}
      </span>
      {mine === null ? null : (
        <button type="button" class="button quiet" onClick={onAnswer}>
          {t(
            mine.kind === "asked" ? "recording.answer" : "recording.myConsent",
          )}
        </button>
      )}
    </div>
  );
}

function LampWithQuestion({ shown }: Pick<LampProps, "shown">) {
  const { mine } = shown;
  // Whoever is asked sees the question at once; put off, it waits behind the button.
  const [isOpen, setOpen] = useState(mine?.kind === "asked");
  return (
    <>
      <Lamp shown={shown} onAnswer={() => setOpen(true)} />
      {isOpen && mine !== null ? (
        <ConsentQuestion
          recording={shown.recording}
          mine={mine}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}

/** The lamp of the call's stage, with the question; nothing while nobody records. */
export function StageRecording() {
  const shown = useRecording();
  return shown === null ? null : (
    <LampWithQuestion key={shown.recording.id} shown={shown} />
  );
}

/** The lamp while the panel is closed; the question is asked in the panel. */
export function BarRecording() {
  const { panel } = useWidget();
  const shown = useRecording();
  return shown === null ? null : <Lamp shown={shown} onAnswer={panel.open} />;
}

import type { MyConsent } from "@veche/call-client";
import type { Recording, RecordingPurpose } from "@veche/contracts";
import { iconX } from "@veche/ui";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { IconButton } from "../../parts/icon-button.tsx";
import { useWidget } from "../../parts/widget-context.ts";
import { attempt } from "../../session/widget.ts";
import { answer, useConsentTexts } from "./use-recording.ts";

interface QuestionProps {
  readonly recording: Recording;
  readonly mine: MyConsent;
  readonly onClose: () => void;
}

interface PurposesProps extends Pick<QuestionProps, "recording"> {
  readonly chosen: readonly RecordingPurpose[];
  readonly onChange: (chosen: readonly RecordingPurpose[]) => void;
}

/** Each purpose in words, ticked by itself; a single one stands as a sentence. */
function Purposes({ recording, chosen, onChange }: PurposesProps) {
  const { t } = useConsentTexts();
  const { purposes } = recording;
  const words = (purpose: RecordingPurpose) => (
    <span>
      {t(`consent.${purpose}`)}
      <small>{t(`consent.${purpose}More`)}</small>
    </span>
  );
  return (
    <fieldset>
      <legend>{t("consent.what")}</legend>
      {purposes.map((purpose) =>
        purposes.length === 1 ? (
          <div key={purpose}>{words(purpose)}</div>
        ) : (
          <label key={purpose}>
            <input
              type="checkbox"
              checked={chosen.includes(purpose)}
              onChange={({ currentTarget: { checked } }) =>
                onChange(
                  purposes.filter((one) =>
                    one === purpose ? checked : chosen.includes(one),
                  ),
                )
              }
            />
            {words(purpose)}
          </label>
        ),
      )}
    </fieldset>
  );
}

function Answers({ recording, mine, onClose }: QuestionProps) {
  const widget = useWidget();
  const { t } = useConsentTexts();
  const isOne = recording.purposes.length === 1;
  const given = mine.kind === "given" ? mine.purposes : [];
  const isGiven = given.length > 0;
  const [chosen, setChosen] = useState(isOne ? recording.purposes : given);
  const say = (purposes: readonly RecordingPurpose[]) =>
    void attempt(widget, async () => {
      await answer(widget, recording, purposes);
      onClose();
    });
  return (
    <>
      <Purposes
        recording={recording}
        chosen={chosen}
        onChange={(next) => setChosen([...next])}
      />
      {isGiven ? <p>{t("consent.withdrawAdvice")}</p> : null}
      <div class="consent-buttons">
        <button type="button" class="button quiet" onClick={() => say([])}>
          {t(isGiven ? "consent.withdraw" : "consent.refuse")}
        </button>
        {isOne && isGiven ? null : (
          <button
            type="button"
            class="button"
            disabled={chosen.length === 0}
            onClick={() => say(chosen)}
          >
            {t(isOne ? "consent.agree" : "consent.agreeChosen")}
          </button>
        )}
      </div>
    </>
  );
}

/** Asks the visitor whether they may be recorded; put off, they are not. */
export function ConsentQuestion(props: QuestionProps) {
  const { t } = useConsentTexts();
  const dialog = useRef<HTMLDivElement>(null);
  const titleId = useId();
  const { recording, onClose } = props;
  useEffect(() => dialog.current?.focus(), []);
  return (
    <div
      ref={dialog}
      class="consent"
      role="dialog"
      aria-labelledby={titleId}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onClose();
      }}
    >
      <div class="consent-head">
        <h3 id={titleId}>{t("consent.title")}</h3>
        <IconButton icon={iconX} label={t("consent.close")} onPress={onClose} />
      </div>
      <p>{t("consent.lead", { name: recording.startedByName })}</p>
      <Answers {...props} />
    </div>
  );
}

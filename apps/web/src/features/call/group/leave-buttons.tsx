import { Button } from "@mantine/core";
import { iconPhoneOff } from "@veche/ui";
import { Icon } from "../../../platform/kit/icon.tsx";
import { notifyFailure } from "../../../platform/kit/notify.ts";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { CallQuestion, useAsking } from "./call-question.tsx";

interface LeaveButtonsProps {
  /** Whoever leaves a call of two ends it. */
  readonly isOfTwo: boolean;
  readonly onLeave: () => Promise<void>;
  readonly onEndForAll: (() => Promise<void>) | undefined;
}

/** Leaving is near at hand; ending it for everybody stands apart from it. */
export function LeaveButtons({
  isOfTwo,
  onLeave,
  onEndForAll,
}: LeaveButtonsProps) {
  const texts = useTexts();
  const { t } = texts;
  const doing = (act: () => Promise<void>) => () =>
    void act().catch((failure: unknown) => notifyFailure(texts, failure));
  return (
    <>
      <Button
        color="red"
        radius="xl"
        leftSection={<Icon paths={iconPhoneOff} />}
        aria-label={t(isOfTwo ? "call.end" : "group.leave")}
        onClick={doing(onLeave)}
      >
        {t(isOfTwo ? "call.endShort" : "group.leaveShort")}
      </Button>
      {onEndForAll !== undefined && <EndForAll onEnd={doing(onEndForAll)} />}
    </>
  );
}

function EndForAll({ onEnd }: { readonly onEnd: () => void }) {
  const { t } = useTexts();
  const { isAsked, ask, close, asker } = useAsking();
  return (
    <>
      <Button ref={asker} variant="default" radius="xl" onClick={ask}>
        {t("group.endForAll")}
      </Button>
      {isAsked && (
        <CallQuestion
          title={t("group.endQuestion")}
          advice={t("group.endAdvice")}
          yes={t("group.endYes")}
          onYes={onEnd}
          onClose={close}
        />
      )}
    </>
  );
}

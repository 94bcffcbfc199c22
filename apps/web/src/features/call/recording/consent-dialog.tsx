import { Button, Group, Text } from "@mantine/core";
import type { MyConsent } from "@veche/call-client";
import type { Recording, RecordingPurpose } from "@veche/contracts";
import { useState } from "react";
import { notifyFailure } from "../../../platform/kit/notify.ts";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { CallDialog } from "./call-dialog.tsx";
import { PurposeList } from "./purpose-list.tsx";
import { useCallRecordings } from "./recordings-context.ts";

interface ConsentDialogProps {
  readonly recording: Recording;
  readonly mine: MyConsent;
  readonly onClose: () => void;
}

/** Sends an answer; the dialog goes with it, and stays with what failed. */
function useAnswer({ recording, onClose }: ConsentDialogProps) {
  const texts = useTexts();
  const { consent } = useCallRecordings();
  const [isBusy, setBusy] = useState(false);
  const answer = async (purposes: readonly RecordingPurpose[]) => {
    setBusy(true);
    try {
      await consent(recording, purposes);
      onClose();
    } catch (failure) {
      notifyFailure(texts, failure);
      setBusy(false);
    }
  };
  return {
    isBusy,
    answer: (purposes: readonly RecordingPurpose[]) => void answer(purposes),
  };
}

/** One purpose needs no ticks: it stands as a sentence. */
function OnlyPurpose({ purpose }: { readonly purpose: RecordingPurpose }) {
  const { t } = useTexts();
  return (
    <div>
      <Text fw={600}>
        {t("consent.what")}: {t(`consent.${purpose}`).toLocaleLowerCase()}
      </Text>
      <Text size="sm" c="dimmed">
        {t(`consent.${purpose}More`)}
      </Text>
    </div>
  );
}

function Answers(props: ConsentDialogProps) {
  const { recording, mine } = props;
  const { t } = useTexts();
  const { purposes } = recording;
  const [only] = purposes;
  const isOne = purposes.length === 1;
  const given = mine.kind === "given" ? mine.purposes : [];
  const [chosen, setChosen] = useState<readonly RecordingPurpose[]>(
    isOne ? purposes : given,
  );
  const { isBusy, answer } = useAnswer(props);
  const isGiven = given.length > 0;
  return (
    <>
      {isOne && only !== undefined ? (
        <OnlyPurpose purpose={only} />
      ) : (
        <PurposeList
          label={t("consent.what")}
          {...{ purposes, chosen, onChange: setChosen }}
        />
      )}
      {isGiven && <Text size="sm">{t("consent.withdrawAdvice")}</Text>}
      <Group justify="flex-end">
        <Button variant="default" disabled={isBusy} onClick={() => answer([])}>
          {t(isGiven ? "consent.withdraw" : "consent.refuse")}
        </Button>
        {!(isOne && isGiven) && (
          <Button
            loading={isBusy}
            disabled={chosen.length === 0}
            onClick={() => answer(chosen)}
          >
            {t(isOne ? "consent.agree" : "consent.agreeChosen")}
          </Button>
        )}
      </Group>
    </>
  );
}

/** Asks me whether I may be recorded, each purpose by itself. Closed without an answer, I am not recorded. */
export function ConsentDialog(props: ConsentDialogProps) {
  const { t } = useTexts();
  const { startedByName: name } = props.recording;
  return (
    <CallDialog title={t("consent.title")} onClose={props.onClose}>
      <Text>{t("consent.lead", { name })}</Text>
      <Answers {...props} />
    </CallDialog>
  );
}

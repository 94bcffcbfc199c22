import { Button } from "@mantine/core";
import type { Call, UserId } from "@veche/contracts";
import { useState } from "react";
import { notifyFailure } from "../../platform/kit/notify.ts";
import { PersonPicker } from "../../platform/people/person-picker.tsx";
import { Dialog } from "../../platform/kit/dialog.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import styles from "./invite-dialog.module.css";

export interface InviteDialogProps {
  readonly call: Call;
  readonly onInvite: (userIds: readonly UserId[]) => Promise<void>;
  readonly onClose: () => void;
}

/** More people for a call of two, which goes on in a group of all of them. */
export function InviteDialog({ call, onInvite, onClose }: InviteDialogProps) {
  const texts = useTexts();
  const { t } = texts;
  const [chosen, setChosen] = useState<readonly UserId[]>([]);
  const [isAsked, setAsked] = useState(false);
  const invite = () => {
    setAsked(true);
    onInvite(chosen)
      .then(onClose, (failure: unknown) => notifyFailure(texts, failure))
      .finally(() => setAsked(false));
  };
  return (
    <Dialog
      // A call that fills the screen shows only what is inside it.
      withinPortal={false}
      onClose={onClose}
      title={t("call.addPeople")}
      classNames={{ inner: styles["whole"] ?? "" }}
    >
      <div className={styles["dialog"]}>
        <p>{t("call.addAdvice")}</p>
        <PersonPicker
          chosen={chosen}
          without={
            new Set(call.participants.map(({ principalId }) => principalId))
          }
          onToggle={({ id }) =>
            setChosen(
              chosen.includes(id)
                ? chosen.filter((one) => one !== id)
                : [...chosen, id],
            )
          }
        />
        <Button
          disabled={chosen.length === 0}
          loading={isAsked}
          onClick={invite}
        >
          {chosen.length === 0
            ? t("call.addPeople")
            : t("call.addChosen", { count: chosen.length })}
        </Button>
      </div>
    </Dialog>
  );
}

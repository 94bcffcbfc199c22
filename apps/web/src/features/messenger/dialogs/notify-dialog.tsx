import { Button, SegmentedControl } from "@mantine/core";
import {
  callSounds,
  messageSounds,
  notifyLevels,
  type Conversation,
  type ConversationSounds,
  type Mine,
} from "@veche/contracts";
import { useState } from "react";
import { SoundSelect } from "../../../platform/attention/sound-select.tsx";
import { useServices } from "../../../platform/services.tsx";
import { useStore } from "../../../platform/store/use-store.ts";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { useMessenger } from "../messenger-context.tsx";
import { useConversationName } from "../use-conversation-name.ts";
import { useDoing } from "../use-doing.ts";
import { Dialog } from "../../../platform/kit/dialog.tsx";
import styles from "./dialogs.module.css";

interface NotifyDialogProps {
  readonly conversation: Conversation;
  readonly onClose: () => void;
}

interface PartProps {
  readonly mine: Mine;
  readonly arrange: (part: {
    readonly notify?: Mine["notify"];
    readonly mutedUntil?: string | null;
    readonly sounds?: ConversationSounds;
  }) => void;
}

/** Further away than anybody waits: it is for good. */
const forGoodYear = 9000;

function Muting({ mine: { mutedUntil }, arrange }: PartProps) {
  const texts = useTexts();
  const { t } = texts;
  const { powers } = useServices();
  const [own, setOwn] = useState("");
  const ownMs = own === "" ? Number.NaN : new Date(own).getTime();
  if (mutedUntil !== null && Date.parse(mutedUntil) > powers.nowMs()) {
    const isForGood = new Date(mutedUntil).getFullYear() > forGoodYear;
    return (
      <div className={styles["field"]}>
        {isForGood
          ? t("notify.mutedForGood")
          : t("notify.mutedUntil", { when: texts.dateTime(mutedUntil) })}
        <Button variant="default" onClick={() => arrange({ mutedUntil: null })}>
          {t("notify.unmute")}
        </Button>
      </div>
    );
  }
  return (
    <label className={styles["field"]}>
      {t("notify.muteUntil")}
      <input
        type="datetime-local"
        value={own}
        onChange={({ currentTarget }) => setOwn(currentTarget.value)}
        onBlur={() => {
          if (ownMs > powers.nowMs())
            arrange({ mutedUntil: new Date(ownMs).toISOString() });
        }}
      />
    </label>
  );
}

function Sounding({ mine, arrange }: PartProps) {
  const { t } = useTexts();
  const { sounds: player } = useServices();
  const sounds = mine.sounds ?? {};
  const { message: _message, ...withoutMessage } = sounds;
  const { call: _call, ...withoutCall } = sounds;
  return (
    <>
      <SoundSelect
        label={t("notify.sound.ofMessages")}
        sounds={messageSounds}
        value={sounds.message}
        onChoose={(message) => {
          arrange({ sounds: { ...sounds, message } });
          if (message !== null) player.message(message);
        }}
        onUsual={() => arrange({ sounds: withoutMessage })}
      />
      <SoundSelect
        label={t("notify.sound.ofCalls")}
        sounds={callSounds}
        value={sounds.call}
        onChoose={(call) => arrange({ sounds: { ...sounds, call } })}
        onUsual={() => arrange({ sounds: withoutCall })}
      />
    </>
  );
}

/** What I want to be told of one conversation, until when not, and how it sounds. */
export function NotifyDialog({ conversation, onClose }: NotifyDialogProps) {
  const { t } = useTexts();
  const { asks, realtime } = useMessenger();
  const doing = useDoing();
  const name = useConversationName(conversation);
  const present = useStore(realtime.conversations.one(conversation.id));
  const mine = present?.mine;
  if (mine === null || mine === undefined) return null;
  const arrange: PartProps["arrange"] = (part) =>
    doing(asks.arrange(conversation.id, part));
  return (
    <Dialog onClose={onClose} title={t("notify.hereTitle", { name })} size="sm">
      <div className={styles["field"]}>
        <span>{t("notify.level")}</span>
        <SegmentedControl
          fullWidth
          aria-label={t("notify.level")}
          value={mine.notify}
          onChange={(notify) => arrange({ notify })}
          data={notifyLevels.map((value) => ({
            value,
            label: t(`notify.level.${value}`),
          }))}
        />
      </div>
      <Muting mine={mine} arrange={arrange} />
      <Sounding mine={mine} arrange={arrange} />
    </Dialog>
  );
}

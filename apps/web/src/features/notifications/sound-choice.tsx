import { callSounds, messageSounds } from "@veche/contracts";
import { useEffect, useRef } from "react";
import { SoundSelect } from "../../platform/attention/sound-select.tsx";
import { useServices } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import type { RulesProps } from "./rules-props.ts";
import styles from "./notifications.module.css";

const listenMs = 2_600;

/** What a message and a call sound like; a choice is heard at once. */
export function SoundChoice({ settings, onChange }: RulesProps) {
  const { t } = useTexts();
  const { sounds: player, powers } = useServices();
  const { sounds } = settings;
  const silence = useRef<() => void>(() => undefined);
  useEffect(() => () => silence.current(), []);
  const ring = (sound: (typeof callSounds)[number]) => {
    silence.current();
    const stop = player.ring(sound);
    const cancel = powers.after(listenMs, stop);
    silence.current = () => {
      cancel();
      stop();
    };
  };
  return (
    <div className={styles["form"]}>
      <div className={styles["row"]}>
        <SoundSelect
          label={t("notify.sound.ofMessages")}
          sounds={messageSounds}
          value={sounds.message}
          onChoose={(message) => {
            onChange({ sounds: { ...sounds, message } });
            if (message !== null) player.message(message);
          }}
        />
        <SoundSelect
          label={t("notify.sound.ofCalls")}
          sounds={callSounds}
          value={sounds.call}
          onChoose={(call) => {
            onChange({ sounds: { ...sounds, call } });
            if (call === null) silence.current();
            else ring(call);
          }}
        />
      </div>
      <p className={styles["quiet"]}>{t("notify.soundsAdvice")}</p>
    </div>
  );
}

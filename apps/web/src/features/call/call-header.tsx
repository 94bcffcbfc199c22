import type { CallSnapshot } from "@veche/call-client";
import type { CallParticipant } from "@veche/contracts";
import {
  iconMicrophone,
  iconMicrophoneOff,
  iconScreenShare,
  iconVideo,
  iconVideoOff,
} from "@veche/ui";
import { Icon } from "../../platform/kit/icon.tsx";
import { useServerNow } from "../../platform/server-now.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { QualityMark } from "./quality-mark.tsx";
import styles from "./call.module.css";

/** How long it has lasted since two first saw each other. */
export function CallTimer({ liveAt }: { readonly liveAt: string }) {
  const { t, clock } = useTexts();
  const time = clock(useServerNow() - Date.parse(liveAt));
  return (
    <span
      className={styles["timer"]}
      role="timer"
      aria-label={t("call.duration", { time })}
    >
      {time}
    </span>
  );
}

/** What a side sends now, in marks with words. */
function Devices({ media }: Pick<CallParticipant, "media">) {
  const { t } = useTexts();
  const marks = [
    media.microphone
      ? { words: t("device.microphoneOn"), icon: iconMicrophone, isOn: true }
      : {
          words: t("device.microphoneOff"),
          icon: iconMicrophoneOff,
          isOn: false,
        },
    media.camera
      ? { words: t("device.cameraOn"), icon: iconVideo, isOn: true }
      : { words: t("device.cameraOff"), icon: iconVideoOff, isOn: false },
    ...(media.screen
      ? [{ words: t("device.screenOn"), icon: iconScreenShare, isOn: true }]
      : []),
  ];
  return (
    <span className={styles["devices"]}>
      {marks.map(({ words, icon, isOn }) => (
        <span key={words} title={words} data-on={isOn}>
          <Icon paths={icon} size={16} />
          <span className="visually-hidden">{words}</span>
        </span>
      ))}
    </span>
  );
}

interface SideProps {
  readonly name: string;
  readonly media: CallParticipant["media"] | undefined;
  readonly quality: CallSnapshot["quality"]["own"];
}

function Side({ name, media, quality }: SideProps) {
  return (
    <>
      {media === undefined ? <span /> : <Devices media={media} />}
      <QualityMark name={name} quality={quality} />
    </>
  );
}

interface CallHeaderProps {
  readonly snapshot: CallSnapshot;
  readonly name: string;
}

/** On top of the call: who, how long, and both sides' devices and lines. Nothing here moves while they change. */
export function CallHeader({ snapshot, name }: CallHeaderProps) {
  const { t } = useTexts();
  const { me, peer, quality } = snapshot;
  const liveAt = snapshot.call?.liveAt ?? null;
  return (
    <header className={styles["header"]}>
      <div className={styles["title"]}>
        <h2 className={styles["name"]}>{name}</h2>
        {liveAt !== null && <CallTimer liveAt={liveAt} />}
      </div>
      <Side
        name={name}
        media={peer?.state === "invited" ? undefined : peer?.media}
        quality={quality.peer}
      />
      <span className={styles["you"]}>{t("call.you")}</span>
      <Side name={t("call.you")} media={me?.media} quality={quality.own} />
    </header>
  );
}

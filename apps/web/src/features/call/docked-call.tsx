import { ActionIcon } from "@mantine/core";
import { iconMicrophone, iconMicrophoneOff, iconPhoneOff } from "@veche/ui";
import { useMemo, type ReactNode } from "react";
import { Avatar } from "../../platform/kit/avatar.tsx";
import { Icon } from "../../platform/kit/icon.tsx";
import { notifyFailure } from "../../platform/kit/notify.ts";
import { useStore } from "../../platform/store/use-store.ts";
import { useTexts } from "../../platform/texts/texts.tsx";
import type { Stay } from "./call-place-state.ts";
import { createControls } from "./controls.ts";
import { RecordingStrip } from "./recording/recording-strip.tsx";
import { StreamVideo } from "./stream-video.tsx";
import { SupervisorStrip, SupervisorTile } from "./supervisor.tsx";
import styles from "./docked-call.module.css";

interface DockedCallProps {
  readonly stay: Stay;
  readonly name: string;
  readonly back: ReactNode;
  readonly onEnd: () => Promise<void>;
}

function Picture({ stay, name }: Pick<DockedCallProps, "stay" | "name">) {
  const snapshot = useStore(stay.session.snapshot);
  const { remoteStream, remoteScreen, peer } = snapshot;
  const { speaker } = useStore(stay.media.state).chosen;
  const hasPicture = peer?.media.camera === true;
  return (
    <div className={styles["picture"]}>
      {remoteStream !== null && (
        <StreamVideo
          className={hasPicture ? undefined : styles["hidden"]}
          stream={remoteStream}
          speaker={speaker}
          label={name}
        />
      )}
      {remoteScreen !== null && (
        <StreamVideo stream={remoteScreen} speaker={speaker} label={name} />
      )}
      <SupervisorTile snapshot={snapshot} speaker={speaker} />
      {!hasPicture && remoteScreen === null && (
        <Avatar
          name={name}
          personId={peer?.principalId}
          size={56}
          tone="stage"
        />
      )}
    </div>
  );
}

/** The call in the corner: the picture and the voice go on, with the two buttons one may need at once. */
export function DockedCall({ stay, back, onEnd, ...props }: DockedCallProps) {
  const texts = useTexts();
  const { t } = texts;
  const { microphone } = useStore(stay.media.state);
  const snapshot = useStore(stay.session.snapshot);
  const { peer, call } = snapshot;
  const name = props.name === "" ? (peer?.name ?? "") : props.name;
  const controls = useMemo(() => createControls(stay.media), [stay.media]);
  const isOn = microphone.kind === "on";
  return (
    <section className={styles["dock"]} aria-label={t("call.dock", { name })}>
      <Picture stay={stay} name={name} />
      <SupervisorStrip snapshot={snapshot} />
      <RecordingStrip callId={call?.id} size="small" />
      <div className={styles["bar"]}>
        {back}
        <ActionIcon
          variant="default"
          size="lg"
          radius="xl"
          aria-label={t(isOn ? "call.muteMicrophone" : "call.unmuteMicrophone")}
          onClick={controls.switchMicrophone}
        >
          <Icon paths={isOn ? iconMicrophone : iconMicrophoneOff} size={18} />
        </ActionIcon>
        <ActionIcon
          color="red"
          size="lg"
          radius="xl"
          aria-label={t("call.end")}
          onClick={() =>
            void onEnd().catch((failure: unknown) =>
              notifyFailure(texts, failure),
            )
          }
        >
          <Icon paths={iconPhoneOff} size={18} />
        </ActionIcon>
      </div>
    </section>
  );
}

import { Button } from "@mantine/core";
import type { CallSnapshot, LocalMediaSnapshot } from "@veche/call-client";
import type { PrincipalId } from "@veche/contracts";
import { iconScreenShare, iconVolume } from "@veche/ui";
import { useState } from "react";
import { Avatar } from "../../platform/kit/avatar.tsx";
import { Icon } from "../../platform/kit/icon.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import type { Stay } from "./call-place-state.ts";
import { curtainOf, stageSubject } from "./call-view.ts";
import { Curtain } from "./curtain.tsx";
import { InkLayer } from "./ink/ink-layer.tsx";
import type { Pens } from "./ink/pens.ts";
import type { Size } from "./ink/picture-box.ts";
import { usePens } from "./ink/use-pens.ts";
import { StreamVideo } from "./stream-video.tsx";
import { SupervisorTile } from "./supervisor.tsx";
import styles from "./call.module.css";

interface StageProps {
  readonly snapshot: CallSnapshot;
  readonly local: LocalMediaSnapshot;
  readonly name: string;
}

interface WithStay {
  readonly stay: Stay;
}

interface WithPens {
  readonly pens: Pens;
}

function NoPicture({
  name,
  peer,
}: Pick<StageProps, "name"> & Pick<CallSnapshot, "peer">) {
  const { t } = useTexts();
  return (
    <div className={styles["nobody"]}>
      <Avatar name={name} personId={peer?.principalId} size={96} tone="stage" />
      <p>{t("call.cameraOffOf", { name })}</p>
    </div>
  );
}

/** The customer's camera stays mounted whatever fills the stage: it carries their voice. */
function Remote({
  snapshot,
  local,
  name,
  pens,
  onBlocked,
}: StageProps & WithPens & { readonly onBlocked: (play: () => void) => void }) {
  const { t } = useTexts();
  const subject = stageSubject(snapshot);
  const isClear = curtainOf(snapshot).kind === "none";
  const { remoteStream, remoteScreen } = snapshot;
  const { speaker } = local.chosen;
  return (
    <>
      {subject === "screen" && remoteScreen !== null && (
        <Screen
          className={styles["whole"]}
          {...{ pens, speaker }}
          stream={remoteScreen}
          ownerId={snapshot.peer?.principalId}
          label={t("call.screenOf", { name })}
        />
      )}
      {remoteStream !== null && (
        <StreamVideo
          className={
            styles[
              subject === "camera"
                ? "whole"
                : snapshot.peer?.media.camera === true
                  ? "corner"
                  : "hidden"
            ]
          }
          stream={remoteStream}
          speaker={speaker}
          label={name}
          onBlocked={onBlocked}
        />
      )}
      {subject === "name" && isClear && (
        <NoPicture name={name} peer={snapshot.peer} />
      )}
    </>
  );
}

interface ScreenProps {
  readonly className: string | undefined;
  readonly stream: MediaStream;
  readonly label: string;
  readonly isOwn?: boolean;
  readonly speaker: string | null;
  readonly ownerId: PrincipalId | undefined;
  readonly pens: Pens;
}

/** A screen, and what is drawn over it. */
function Screen({ pens, ownerId, ...video }: ScreenProps) {
  const [picture, setPicture] = useState<Size | null>(null);
  return (
    <>
      <StreamVideo {...video} onSize={setPicture} />
      {ownerId !== undefined && <InkLayer {...{ pens, ownerId, picture }} />}
    </>
  );
}

/** What I show, small, with what the other side points at. */
function OwnScreen({
  snapshot,
  local,
  pens,
}: Pick<StageProps, "snapshot" | "local"> & WithPens) {
  const { t } = useTexts();
  if (local.screenStream === null) return null;
  return (
    <div className={styles["ownScreen"]}>
      <Screen
        className={undefined}
        pens={pens}
        stream={local.screenStream}
        ownerId={snapshot.me?.principalId}
        label={t("call.yourScreen")}
        speaker={null}
        isOwn
      />
    </div>
  );
}

function Own({ local }: Pick<StageProps, "local">) {
  const { t } = useTexts();
  if (local.cameraStream === null) return null;
  return (
    <div className={styles["own"]}>
      <StreamVideo stream={local.cameraStream} label={t("call.you")} isOwn />
      <span>{t("call.you")}</span>
    </div>
  );
}

/** The pictures of a call, and what lies over them while there are none. */
export function Stage({ stay, ...props }: StageProps & WithStay) {
  const { snapshot, local, name } = props;
  const pens = usePens(stay);
  const { t } = useTexts();
  const [blocked, setBlocked] = useState<() => void>();
  return (
    <div className={styles["stage"]}>
      <Remote
        {...props}
        pens={pens}
        onBlocked={(play) => setBlocked(() => play)}
      />
      <SupervisorTile snapshot={snapshot} speaker={local.chosen.speaker} />
      <Own local={local} />
      <OwnScreen {...{ snapshot, local, pens }} />
      {local.screen.kind === "on" && (
        <p className={styles["sharing"]}>
          <Icon paths={iconScreenShare} size={16} />
          {t("call.yourScreen")}
        </p>
      )}
      <Curtain curtain={curtainOf(snapshot)} name={name} />
      {blocked !== undefined && (
        <div className={styles["blocked"]} role="alert">
          <p>{t("call.tapToHear")}</p>
          <Button
            leftSection={<Icon paths={iconVolume} />}
            onClick={() => {
              blocked();
              setBlocked(undefined);
            }}
          >
            {t("call.hear")}
          </Button>
        </div>
      )}
    </div>
  );
}

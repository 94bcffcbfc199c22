import { Button } from "@mantine/core";
import type { CallSnapshot, LocalMediaSnapshot } from "@veche/call-client";
import { iconScreenShare, iconVolume } from "@veche/ui";
import { useState } from "react";
import { Avatar } from "../../platform/kit/avatar.tsx";
import { Icon } from "../../platform/kit/icon.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { curtainOf, stageSubject } from "./call-view.ts";
import { Curtain } from "./curtain.tsx";
import { StreamVideo } from "./stream-video.tsx";
import styles from "./call.module.css";

interface StageProps {
  readonly snapshot: CallSnapshot;
  readonly local: LocalMediaSnapshot;
  readonly name: string;
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
  onBlocked,
}: StageProps & { readonly onBlocked: (play: () => void) => void }) {
  const { t } = useTexts();
  const subject = stageSubject(snapshot);
  const isClear = curtainOf(snapshot).kind === "none";
  const { remoteStream, remoteScreen } = snapshot;
  const { speaker } = local.chosen;
  return (
    <>
      {subject === "screen" && remoteScreen !== null && (
        <StreamVideo
          className={styles["whole"]}
          stream={remoteScreen}
          speaker={speaker}
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
export function Stage(props: StageProps) {
  const { snapshot, local, name } = props;
  const { t } = useTexts();
  const [blocked, setBlocked] = useState<() => void>();
  return (
    <div className={styles["stage"]}>
      <Remote {...props} onBlocked={(play) => setBlocked(() => play)} />
      <Own local={local} />
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

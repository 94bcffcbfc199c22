import {
  iconMaximize,
  iconMicrophone,
  iconMicrophoneOff,
  iconPhoneOff,
  iconVideo,
  iconVideoOff,
  type IconPaths,
} from "@veche/ui";
import { Button } from "@mantine/core";
import { useLayoutEffect, useMemo } from "react";
import { createPortal } from "react-dom";
import { Icon } from "../../../platform/kit/icon.tsx";
import { notifyFailure } from "../../../platform/kit/notify.ts";
import { useStore } from "../../../platform/store/use-store.ts";
import { useTexts } from "../../../platform/texts/texts.tsx";
import type { Stay } from "../call-place-state.ts";
import { createControls } from "../controls.ts";
import { GroupStage } from "../group/group-stage.tsx";
import { tilesOf } from "../group/tiles.ts";
import { useHoldToTalk } from "../use-hold-to-talk.ts";
import { usePens } from "../ink/use-pens.ts";
import { useShortcuts } from "../use-shortcuts.ts";
import { dressPopOut } from "./open-pop-out.ts";
import type { PopOut } from "./use-pop-out.ts";
import { CornerCard } from "../corner-card.tsx";
import styles from "./pop-out.module.css";

interface PoppedCallProps {
  readonly stay: Stay;
  readonly name: string;
  readonly popOut: PopOut;
  readonly onLeave: () => Promise<void>;
}

interface ToolProps {
  readonly icon: IconPaths;
  readonly words: string;
  readonly tone: "plain" | "off" | "end";
  readonly onClick: () => void;
}

/** Its words are the browser's own hint: ours would be drawn in the page. */
function Tool({ icon, words, tone, onClick }: ToolProps) {
  return (
    <button
      type="button"
      className={styles["tool"]}
      data-tone={tone}
      aria-label={words}
      title={words}
      onClick={onClick}
    >
      <Icon paths={icon} size={20} />
    </button>
  );
}

function Tools({
  stay,
  popOut,
  onLeave,
}: Pick<PoppedCallProps, "stay" | "popOut" | "onLeave">) {
  const texts = useTexts();
  const { t } = texts;
  const { microphone, camera } = useStore(stay.media.state);
  const controls = useMemo(() => createControls(stay.media), [stay.media]);
  useShortcuts(
    { microphone: controls.switchMicrophone, camera: controls.switchCamera },
    popOut.opened?.document,
  );
  const isHeard = microphone.kind === "on";
  const isSeen = camera.kind === "on";
  const leave = () =>
    void onLeave().catch((failure: unknown) => notifyFailure(texts, failure));
  return (
    <div
      className={styles["tools"]}
      role="toolbar"
      aria-label={t("call.controls")}
    >
      <Tool
        icon={isHeard ? iconMicrophone : iconMicrophoneOff}
        words={t(isHeard ? "call.muteMicrophone" : "call.unmuteMicrophone")}
        tone={isHeard ? "plain" : "off"}
        onClick={controls.switchMicrophone}
      />
      <Tool
        icon={isSeen ? iconVideo : iconVideoOff}
        words={t(isSeen ? "call.stopCamera" : "call.startCamera")}
        tone={isSeen ? "plain" : "off"}
        onClick={controls.switchCamera}
      />
      <Tool
        icon={iconPhoneOff}
        words={t("group.leave")}
        tone="end"
        onClick={leave}
      />
      <Tool
        icon={iconMaximize}
        words={t("call.popIn")}
        tone="plain"
        onClick={popOut.close}
      />
    </div>
  );
}

/** What stands in the window: the pictures with their voices, and what one needs at once. */
function Inside(props: PoppedCallProps) {
  const { stay, name, popOut } = props;
  const { t } = useTexts();
  useHoldToTalk(stay.media, popOut.opened?.document);
  const snapshot = useStore(stay.session.snapshot);
  const local = useStore(stay.media.state);
  const order = useStore(stay.floor.state);
  const pens = usePens(stay);
  return (
    <main className={styles["inside"]} aria-label={t("group.window", { name })}>
      <GroupStage
        tiles={tilesOf(snapshot, local)}
        layout="speaker"
        order={order}
        pens={pens}
        speaker={local.chosen.speaker}
        look={stay.session.look}
      />
      <Tools {...props} />
    </main>
  );
}

/** The call in a window of its own; in the page stands the way back. */
export function PoppedCall(props: PoppedCallProps) {
  const { name, popOut } = props;
  const { opened } = popOut;
  const { t } = useTexts();
  const title = t("group.window", { name });
  useLayoutEffect(() => {
    if (opened !== null) dressPopOut(opened, { page: document, title });
  }, [opened, title]);
  if (opened === null) return null;
  return (
    <CornerCard label={title} text={t("call.poppedOut")}>
      <Button size="compact-md" variant="default" onClick={popOut.close}>
        {t("call.popIn")}
      </Button>
      {createPortal(<Inside {...props} />, opened.document.body)}
    </CornerCard>
  );
}

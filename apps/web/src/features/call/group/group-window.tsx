import { useFullscreenElement } from "@mantine/hooks";
import type {
  CallSnapshot,
  FloorView,
  LocalMediaSnapshot,
} from "@veche/call-client";
import {
  iconLayoutGrid,
  iconLayoutSpeaker,
  iconMaximize,
  iconMinimize,
  iconUsers,
} from "@veche/ui";
import { useMemo, useState, type ReactNode } from "react";
import { notifyWarning } from "../../../platform/kit/notify.ts";
import { useStore } from "../../../platform/store/use-store.ts";
import { useTexts, type Texts } from "../../../platform/texts/texts.tsx";
import type { Stay } from "../call-place-state.ts";
import { CaptionControl } from "../captions/caption-control.tsx";
import { Captions } from "../captions/captions.tsx";
import { CallTimer } from "../call-header.tsx";
import { Control, ControlBar } from "../control-bar.tsx";
import { createControls, type CallControls } from "../controls.ts";
import { DeviceMenu } from "../device-menu.tsx";
import { DeviceTrouble } from "../device-trouble.tsx";
import { EconomyStrip } from "../economy-strip.tsx";
import { usePens } from "../ink/use-pens.ts";
import { QualityMark } from "../quality-mark.tsx";
import { RecordControl } from "../recording/record-control.tsx";
import { RecordingStrip } from "../recording/recording-strip.tsx";
import { ShortcutSheet } from "../shortcut-sheet.tsx";
import { useHoldToTalk } from "../use-hold-to-talk.ts";
import { useShortcuts } from "../use-shortcuts.ts";
import { FloorNews } from "./floor-news.tsx";
import { keepsOrder, marksOf, mayShowScreen } from "./floor-marks.ts";
import { FloorTools } from "./floor-tools.tsx";
import { GroupStage } from "./group-stage.tsx";
import { LeaveButtons } from "./leave-buttons.tsx";
import { useSay } from "./use-say.ts";
import { LobbyStrip } from "./lobby-strip.tsx";
import { OrderStrip } from "./order-strip.tsx";
import { PeopleList } from "./people-list.tsx";
import { tilesOf, type Layout } from "./tiles.ts";
import styles from "./group.module.css";

interface GroupWindowProps {
  readonly stay: Stay;
  readonly name: string;
  readonly onLeave: () => Promise<void>;
  /** Ends the call for all, for those who keep order; absent for who never may. */
  readonly onEndForAll: (() => Promise<void>) | undefined;
  /** More buttons beside those of every call. */
  readonly tools?: ReactNode;
  /** Said first above the pictures. */
  readonly notice?: ReactNode;
}

function Header({
  snapshot,
  name,
  children,
}: Pick<GroupWindowProps, "name"> & {
  readonly snapshot: CallSnapshot;
  readonly children: ReactNode;
}) {
  const { t } = useTexts();
  const { call, state, quality } = snapshot;
  const liveAt = call?.liveAt ?? null;
  return (
    <header className={styles["header"]}>
      <h2>{name}</h2>
      {liveAt !== null && <CallTimer liveAt={liveAt} />}
      <span className={styles["state"]} role="status">
        {state.kind === "reconnecting" ? t("call.selfHeldTitle") : ""}
      </span>
      <QualityMark name={t("call.you")} quality={quality.own} />
      {children}
    </header>
  );
}

/** The order of the call, and my hand in it. */
function useHand({ floor, session }: Stay) {
  const order = useStore(floor.state);
  const say = useSay(floor);
  const switchHand = () => {
    const { me, call } = session.snapshot.get();
    if (me === null || call?.kind !== "group") return;
    const isRaised = marksOf(order, me.principalId).handPlace === null;
    say("floor.raise_hand", { isRaised });
  };
  return { order, switchHand };
}

/** Whoever merely listens is told why nothing of theirs is sent. */
function mute(texts: Texts) {
  const obstacle = texts.t("supervision.mute");
  const refuse = () => notifyWarning(texts, obstacle);
  const controls: CallControls = {
    ...{ switchMicrophone: refuse, switchCamera: refuse, switchScreen: refuse },
  };
  return { controls, obstacle };
}

interface OwnControls {
  readonly controls: CallControls;
  /** Why nothing of mine is sent. */
  readonly obstacle?: string;
  readonly screenObstacle?: string;
}

/** My devices; who may not show a screen here is told so. */
function useControls({ media, session }: Stay, order: FloorView): OwnControls {
  const texts = useTexts();
  const controls = useMemo(() => createControls(media), [media]);
  const { me, call } = useStore(session.snapshot);
  if (me?.supervision === "listen") return mute(texts);
  const isFree =
    call?.kind !== "group" || mayShowScreen(order, me?.principalId);
  if (isFree) return { controls };
  const screenObstacle = texts.t("floor.noPresenter");
  const switchScreen = () => {
    if (media.state.get().screen.kind === "on") controls.switchScreen();
    else notifyWarning(texts, screenObstacle);
  };
  return { controls: { ...controls, switchScreen }, screenObstacle };
}

/** What of the window is open, and the keys that change it. */
function useWindow(stay: Stay, toggleFullScreen: () => void) {
  const [layout, setLayout] = useState<Layout>("grid");
  const [isPeopleShown, setPeopleShown] = useState(false);
  const [isHelpShown, setHelpShown] = useState(false);
  const [isSmall, setSmall] = useState(false);
  const switchLayout = () => setLayout(layout === "grid" ? "speaker" : "grid");
  const switchPeople = () => setPeopleShown(!isPeopleShown);
  const hand = useHand(stay);
  const own = useControls(stay, hand.order);
  const { controls } = own;
  useShortcuts({
    microphone: controls.switchMicrophone,
    camera: controls.switchCamera,
    screen: controls.switchScreen,
    full_screen: toggleFullScreen,
    help: () => setHelpShown(true),
    layout: switchLayout,
    people: switchPeople,
    hand: hand.switchHand,
  });
  useHoldToTalk(stay.media);
  return {
    ...{ own, layout, isPeopleShown, isHelpShown, isSmall },
    ...{ setSmall, setHelpShown, switchLayout, switchPeople, ...hand },
  };
}

interface ToolsProps extends Pick<GroupWindowProps, "stay" | "tools"> {
  readonly local: LocalMediaSnapshot;
  readonly view: ReturnType<typeof useWindow>;
}

/** What there is to be told above the pictures. */
function Strips({ stay, local, view }: Omit<ToolsProps, "tools">) {
  const { call } = useStore(stay.session.snapshot);
  return (
    <>
      <RecordingStrip
        callId={call?.id}
        size={view.isSmall ? "small" : "whole"}
      />
      <DeviceTrouble local={local} />
      <EconomyStrip ladder={stay.session.ladder} />
      <OrderStrip stay={stay} />
      {!view.isPeopleShown && (
        <LobbyStrip
          floor={stay.floor}
          view={view.order}
          onList={view.switchPeople}
        />
      )}
    </>
  );
}

/** The customer knows nothing of me, so nobody is asked by me whether they may be recorded. */
const isHidden = (me: CallSnapshot["me"]): boolean =>
  me?.supervision === "listen" || me?.supervision === "whisper";

/** Devices, the arrangement of the pictures, and who is here. */
function Tools({ stay, local, view, tools }: ToolsProps) {
  const { t } = useTexts();
  const isGrid = view.layout === "grid";
  const { me, call } = useStore(stay.session.snapshot);
  return (
    <>
      {me !== null && call?.kind === "group" && (
        <FloorTools
          floor={stay.floor}
          view={view.order}
          meId={me.principalId}
          onHand={view.switchHand}
        />
      )}
      <DeviceMenu
        media={stay.media}
        local={local}
        ladder={stay.session.ladder}
      />
      <Control
        icon={isGrid ? iconLayoutSpeaker : iconLayoutGrid}
        words={t(isGrid ? "group.layoutSpeaker" : "group.layoutGrid")}
        keys="W"
        onClick={view.switchLayout}
      />
      <Control
        icon={iconUsers}
        words={t("group.people")}
        keys="P"
        onClick={view.switchPeople}
      />
      <CaptionControl />
      {tools}
      {!isHidden(me) && <RecordControl call={call} />}
    </>
  );
}

interface MiddleProps {
  readonly stay: Stay;
  readonly snapshot: CallSnapshot;
  readonly local: LocalMediaSnapshot;
  readonly view: ReturnType<typeof useWindow>;
}

/** The pictures, and beside them who is here. */
function Middle({ stay, snapshot, local, view }: MiddleProps) {
  const { layout, order, isSmall, isPeopleShown, switchPeople } = view;
  const tiles = tilesOf(snapshot, local);
  const pens = usePens(stay);
  return (
    <div className={styles["middle"]}>
      <GroupStage
        tiles={tiles}
        layout={isSmall ? "speaker" : layout}
        order={order}
        pens={pens}
        speaker={local.chosen.speaker}
        look={stay.session.look}
      />
      <FloorNews view={order} people={tiles} />
      {isPeopleShown && !isSmall && (
        <PeopleList
          people={tiles.filter(({ kind }) => kind === "person")}
          floor={stay.floor}
          view={order}
          onClose={switchPeople}
        />
      )}
    </div>
  );
}

interface EndingProps extends Pick<
  GroupWindowProps,
  "onLeave" | "onEndForAll"
> {
  readonly snapshot: CallSnapshot;
  readonly view: ReturnType<typeof useWindow>;
}

/** The way out; for all only by the hand of those who keep order. */
function Ending({ snapshot, view, onLeave, onEndForAll }: EndingProps) {
  const isKept = keepsOrder(view.order, snapshot.me?.principalId);
  return (
    <LeaveButtons
      isOfTwo={
        snapshot.call?.kind === "pair" && snapshot.me?.supervision === undefined
      }
      onLeave={onLeave}
      onEndForAll={isKept ? onEndForAll : undefined}
    />
  );
}

/** A group's call: over everything, or small in the corner while one works; nothing of it stops meanwhile. */
export function GroupWindow({
  stay,
  name,
  onLeave,
  onEndForAll,
  tools,
  notice,
}: GroupWindowProps) {
  const { t } = useTexts();
  const snapshot = useStore(stay.session.snapshot);
  const local = useStore(stay.media.state);
  const { ref, toggle, fullscreen } = useFullscreenElement<HTMLElement>();
  const toggleFullScreen = () => void toggle();
  const view = useWindow(stay, toggleFullScreen);
  const { isSmall, setSmall, setHelpShown } = view;
  return (
    <section
      ref={ref}
      className={styles["window"]}
      data-size={isSmall ? "small" : "whole"}
      aria-label={t("group.window", { name })}
    >
      <Header snapshot={snapshot} name={name}>
        <Control
          icon={isSmall ? iconMaximize : iconMinimize}
          words={t(isSmall ? "group.enlarge" : "group.shrink")}
          onClick={() => setSmall(!isSmall)}
        />
      </Header>
      {notice}
      <Strips stay={stay} local={local} view={view} />
      <Middle {...{ stay, snapshot, local, view }} />
      <Captions stay={stay} />
      <ControlBar
        local={local}
        {...view.own}
        fullScreen={{ isOn: fullscreen, toggle: toggleFullScreen }}
        onHelp={() => setHelpShown(true)}
        devices={<Tools {...{ stay, local, view, tools }} />}
        ending={<Ending {...{ snapshot, view, onLeave, onEndForAll }} />}
      />
      {view.isHelpShown && (
        <ShortcutSheet onClose={() => setHelpShown(false)} />
      )}
    </section>
  );
}

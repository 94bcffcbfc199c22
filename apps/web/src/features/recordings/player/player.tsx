import { ActionIcon, Select } from "@mantine/core";
import type { Reel, ReelId } from "@veche/contracts";
import { iconPlayerPause, iconPlayerPlay } from "@veche/ui";
import { useEffect, useMemo, useRef, useState } from "react";
import { Avatar } from "../../../platform/kit/avatar.tsx";
import { Icon } from "../../../platform/kit/icon.tsx";
import { useStore } from "../../../platform/store/use-store.ts";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { createReelPlayer, type ReelPlayer } from "./reel-player.ts";
import styles from "./player.module.css";

const stepMs = 1_000;
const speeds = ["0.5", "1", "1.25", "1.5", "2"] as const;

const isIn = (spans: Reel["seen"], positionMs: number): boolean =>
  spans.some(({ fromMs, toMs }) => positionMs >= fromMs && positionMs < toMs);

/** A reel as it is played; whoever came by a link does not know whose it is. */
type PlayedReel = Pick<
  Reel,
  "id" | "name" | "kind" | "seen" | "present" | "durationMs"
> &
  Partial<Pick<Reel, "principalId">>;

interface PlayerProps {
  readonly reels: readonly PlayedReel[];
  readonly srcOf: (reelId: ReelId) => string;
}

interface ReelTileProps {
  readonly reel: PlayedReel;
  readonly src: string;
  readonly player: ReelPlayer;
}

/** One person's picture and sound, or a screen. Its video stays mounted, for it carries the voice. */
function ReelTile({ reel, src, player }: ReelTileProps) {
  const { t } = useTexts();
  const video = useRef<HTMLVideoElement>(null);
  const { positionMs } = useStore(player.state);
  useEffect(() => {
    const element = video.current;
    return element === null ? undefined : player.attach(reel, element);
  }, [player, reel]);
  const name =
    reel.kind === "screen"
      ? t("call.screenOf", { name: reel.name })
      : reel.name;
  const isPresent = isIn(reel.present, positionMs) || positionMs === 0;
  const isSeen = isIn(reel.seen, positionMs);
  return (
    <li className={styles["tile"]} data-kind={reel.kind} hidden={!isPresent}>
      <video
        ref={video}
        src={src}
        preload="auto"
        playsInline
        aria-label={name}
        data-seen={isSeen}
      />
      {!isSeen && (
        <Avatar
          name={reel.name}
          personId={reel.principalId}
          size={56}
          tone="stage"
        />
      )}
      <p>{name}</p>
    </li>
  );
}

function Speed({ player }: { readonly player: ReelPlayer }) {
  const { t } = useTexts();
  const [speed, setSpeed] = useState<(typeof speeds)[number]>("1");
  return (
    <Select
      aria-label={t("recordings.speed")}
      w={86}
      size="xs"
      allowDeselect={false}
      value={speed}
      data={speeds.map((value) => ({ value, label: `${value}×` }))}
      onChange={(chosen) => {
        const next = speeds.find((one) => one === chosen) ?? "1";
        setSpeed(next);
        player.setSpeed(Number(next));
      }}
    />
  );
}

function Controls({ player }: { readonly player: ReelPlayer }) {
  const { t, clock } = useTexts();
  const { isPlaying, positionMs, durationMs } = useStore(player.state);
  const place = t("recordings.place", {
    at: clock(positionMs),
    of: clock(durationMs),
  });
  return (
    <div
      className={styles["bar"]}
      role="toolbar"
      aria-label={t("recordings.player")}
    >
      <ActionIcon
        size="lg"
        radius="xl"
        aria-label={t(isPlaying ? "recordings.pause" : "recordings.play")}
        onClick={isPlaying ? player.pause : player.play}
      >
        <Icon paths={isPlaying ? iconPlayerPause : iconPlayerPlay} size={18} />
      </ActionIcon>
      <input
        type="range"
        min={0}
        max={durationMs}
        step={stepMs}
        value={positionMs}
        aria-label={t("recordings.seek")}
        aria-valuetext={place}
        onChange={({ currentTarget }) =>
          player.seek(Number(currentTarget.value))
        }
      />
      <span className={styles["time"]}>
        {clock(positionMs)} / {clock(durationMs)}
      </span>
      <Speed player={player} />
    </div>
  );
}

/** Plays what was recorded of everybody, in step, before any film of it is made. */
export function Player({ reels, srcOf }: PlayerProps) {
  const { t } = useTexts();
  // Made anew only when the reels are: looking again for films must not begin the playing again.
  const key = reels.map(({ id }) => id).join(" ");
  const kept = useKept(reels, key);
  const player = useMemo(() => createReelPlayer(kept), [kept]);
  return (
    <section className={styles["player"]} aria-label={t("recordings.player")}>
      <ul className={styles["tiles"]}>
        {kept.map((reel) => (
          <ReelTile
            key={reel.id}
            reel={reel}
            src={srcOf(reel.id)}
            player={player}
          />
        ))}
      </ul>
      <Controls player={player} />
    </section>
  );
}

/** The same reels as before while their key is the same. */
function useKept(
  reels: readonly PlayedReel[],
  key: string,
): readonly PlayedReel[] {
  const [kept, setKept] = useState({ reels, key });
  if (kept.key === key) return kept.reels;
  setKept({ reels, key });
  return reels;
}

import { iconMicrophoneOff, iconPin, iconPinFilled } from "@veche/ui";
import { useState } from "react";
import { Avatar } from "../../../platform/kit/avatar.tsx";
import { Icon } from "../../../platform/kit/icon.tsx";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { InkLayer } from "../ink/ink-layer.tsx";
import type { Pens } from "../ink/pens.ts";
import type { Size } from "../ink/picture-box.ts";
import { QualityMark } from "../quality-mark.tsx";
import { StreamVideo } from "../stream-video.tsx";
import type { FloorMarks } from "./floor-marks.ts";
import { TileMarks } from "./tile-marks.tsx";
import type { Tile } from "./tiles.ts";
import styles from "./group.module.css";

interface TileViewProps {
  readonly tile: Tile;
  readonly marks: FloorMarks;
  readonly pens: Pens;
  readonly speaker: string | null;
  readonly isPinned: boolean;
  readonly onPin: () => void;
  readonly onBlocked: (play: () => void) => void;
}

/** What the name plate says of a tile. */
function Plate({ tile }: Pick<TileViewProps, "tile">) {
  const { t } = useTexts();
  const name = tile.isOwn ? t("call.you") : tile.name;
  const screen = tile.isOwn
    ? t("call.yourScreen")
    : t("call.screenOf", { name });
  const words = tile.kind === "screen" ? screen : name;
  return (
    <p className={styles["plate"]}>
      {tile.kind === "person" && tile.isMuted && (
        <span title={t("device.microphoneOff")}>
          <Icon paths={iconMicrophoneOff} size={14} />
          <span className="visually-hidden">{t("device.microphoneOff")}</span>
        </span>
      )}
      <span className={styles["plateName"]}>{words}</span>
      {tile.quality !== null && (
        <QualityMark name={name} quality={tile.quality} size="small" />
      )}
      {tile.state === "invited" && <span>{t("group.rung")}</span>}
      {tile.state === "reconnecting" && !tile.isOwn && (
        <span>{t("group.away")}</span>
      )}
    </p>
  );
}

/** A picture with its name; its video stays mounted, for it carries the voice. */
export function TileView(props: TileViewProps) {
  const { tile, marks, pens, speaker, isPinned, onPin, onBlocked } = props;
  const { t } = useTexts();
  const [picture, setPicture] = useState<Size | null>(null);
  const { name, stream, hasPicture } = tile;
  return (
    <li
      className={styles["tile"]}
      data-speaking={tile.isSpeaking}
      data-kind={tile.kind}
    >
      {stream !== null && (
        <StreamVideo
          className={hasPicture ? undefined : styles["hidden"]}
          stream={stream}
          label={name}
          isOwn={tile.isOwn}
          speaker={speaker}
          onBlocked={onBlocked}
          onSize={setPicture}
        />
      )}
      {tile.kind === "screen" && (
        <InkLayer pens={pens} ownerId={tile.principalId} picture={picture} />
      )}
      {!hasPicture && (
        <Avatar
          name={name}
          personId={tile.principalId}
          size={56}
          tone="stage"
        />
      )}
      <Plate tile={tile} />
      {tile.kind === "person" && <TileMarks marks={marks} />}
      <button
        type="button"
        className={styles["pin"]}
        aria-pressed={isPinned}
        aria-label={t(isPinned ? "group.unpin" : "group.pin", { name })}
        title={t(isPinned ? "group.unpin" : "group.pin", { name })}
        onClick={onPin}
      >
        <Icon paths={isPinned ? iconPinFilled : iconPin} size={18} />
      </button>
    </li>
  );
}

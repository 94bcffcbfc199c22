import type { CallFloor, FloorView } from "@veche/call-client";
import { iconMicrophone, iconMicrophoneOff } from "@veche/ui";
import { Avatar } from "../../../platform/kit/avatar.tsx";
import { Icon } from "../../../platform/kit/icon.tsx";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { marksOf } from "./floor-marks.ts";
import { PersonMenu } from "./person-menu.tsx";
import { HandMark } from "./tile-marks.tsx";
import type { Tile } from "./tiles.ts";
import styles from "./group.module.css";

interface PersonRowProps {
  readonly floor: CallFloor;
  readonly view: FloorView;
  readonly person: Tile;
  /** Whoever looks keeps order. */
  readonly isKept: boolean;
}

/** One of those in the call. */
export function PersonRow({ floor, view, person, isKept }: PersonRowProps) {
  const { t } = useTexts();
  const { name, principalId, isOwn, state } = person;
  const { handPlace, isSpotlit } = marksOf(view, principalId);
  return (
    <li>
      <Avatar name={name} personId={principalId} size={28} />
      <span className={styles["personName"]}>
        {name}
        {isOwn && ` (${t("call.you")})`}
        {state === "reconnecting" && !isOwn && <small>{t("group.away")}</small>}
        {isSpotlit && <small>{t("floor.spotlit")}</small>}
      </span>
      {handPlace !== null && <HandMark place={handPlace} />}
      <Microphone person={person} />
      {isKept && <PersonMenu floor={floor} view={view} person={person} />}
    </li>
  );
}

function Microphone({ person: { isMuted } }: Pick<PersonRowProps, "person">) {
  const { t } = useTexts();
  const words = t(isMuted ? "device.microphoneOff" : "device.microphoneOn");
  return (
    <span title={words}>
      <Icon paths={isMuted ? iconMicrophoneOff : iconMicrophone} size={16} />
      <span className="visually-hidden">{words}</span>
    </span>
  );
}

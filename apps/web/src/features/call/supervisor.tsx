import type { CallSnapshot } from "@veche/call-client";
import { useTexts } from "../../platform/texts/texts.tsx";
import { StreamVideo } from "./stream-video.tsx";
import styles from "./supervisor.module.css";

const supervisorIn = ({ others }: Pick<CallSnapshot, "others">) =>
  others.find(({ participant }) => participant.supervision !== undefined);

interface SupervisorProps {
  readonly snapshot: Pick<CallSnapshot, "others">;
}

/** A supervisor takes part, and who hears them. */
export function SupervisorStrip({ snapshot }: SupervisorProps) {
  const { t } = useTexts();
  const participant = supervisorIn(snapshot)?.participant;
  const mode = participant?.supervision;
  // Said once for each change: the region itself stays.
  return (
    <p
      className={styles["strip"]}
      role="status"
      data-mode={mode}
      hidden={mode === undefined}
    >
      {participant !== undefined && mode !== undefined
        ? t(`supervision.here.${mode}`, { name: participant.name })
        : ""}
    </p>
  );
}

/** The voice of a supervisor, and their picture while there is one. */
export function SupervisorTile({
  snapshot,
  speaker,
}: SupervisorProps & { readonly speaker: string | null }) {
  const supervisor = supervisorIn(snapshot);
  if (supervisor === undefined || supervisor.stream === null) return null;
  const { name, media } = supervisor.participant;
  return (
    <div
      className={styles["tile"]}
      data-has-picture={media.camera && supervisor.hasCamera}
    >
      <StreamVideo stream={supervisor.stream} speaker={speaker} label={name} />
      <span>{name}</span>
    </div>
  );
}

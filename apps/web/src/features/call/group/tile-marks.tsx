import { iconHandStop } from "@veche/ui";
import { Icon } from "../../../platform/kit/icon.tsx";
import { useTexts } from "../../../platform/texts/texts.tsx";
import type { FloorMarks } from "./floor-marks.ts";
import styles from "./floor.module.css";

/** What somebody shows for a moment, and that they ask for the word: over their picture, beside their face. */
export function TileMarks({ marks }: { readonly marks: FloorMarks }) {
  const { handPlace, reaction } = marks;
  return (
    <>
      {handPlace !== null && <HandMark place={handPlace} />}
      {reaction !== null && (
        <span
          key={reaction.key}
          className={styles["reaction"]}
          aria-hidden="true"
        >
          {reaction.reaction}
        </span>
      )}
    </>
  );
}

/** A raised hand with its place in the row. */
export function HandMark({ place }: { readonly place: number }) {
  const { t } = useTexts();
  const words = t("floor.handPlace", { place });
  return (
    <span className={styles["hand"]} title={words}>
      <Icon paths={iconHandStop} size={16} />
      <span aria-hidden="true">{place}</span>
      <span className="visually-hidden">{words}</span>
    </span>
  );
}

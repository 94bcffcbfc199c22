import { useElementSize } from "@mantine/hooks";
import type { PrincipalId } from "@veche/contracts";
import { iconEraser, iconPencil, iconTrash, type IconPaths } from "@veche/ui";
import { useState, type ReactNode } from "react";
import { Icon } from "../../../platform/kit/icon.tsx";
import { notifyFailure } from "../../../platform/kit/notify.ts";
import { useStore } from "../../../platform/store/use-store.ts";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { InkPicture } from "./ink-picture.tsx";
import type { Pens } from "./pens.ts";
import { pictureBox, type Box, type Size } from "./picture-box.ts";
import { usePen } from "./use-pen.ts";
import styles from "./ink.module.css";

interface InkLayerProps {
  readonly pens: Pens;
  /** Whoever shows the screen. */
  readonly ownerId: PrincipalId;
  /** The size of what is shown; null while nothing has come. */
  readonly picture: Size | null;
}

const nothing = { strokes: [], pointers: [] };

/** What is pointed at and drawn over a screen that is shown, and the way to do it. Lies over its video, which is shown whole. */
export function InkLayer({ pens, ownerId, picture }: InkLayerProps) {
  const { ref, width, height } = useElementSize<HTMLDivElement>();
  const [isDrawing, setDrawing] = useState(false);
  const ink = useStore(pens.ink.state).get(ownerId) ?? nothing;
  const box = picture && pictureBox({ width, height }, picture);
  // Over a screen whose first picture has not come, a hand would draw nothing.
  const mayDraw = box !== null && pens.mayDraw(ownerId);
  const isOpen = isDrawing && mayDraw;
  const hasMine = ink.strokes.some(
    ({ principalId }) => principalId === pens.meId,
  );
  return (
    <>
      <div ref={ref} className={styles["layer"]}>
        {isOpen ? (
          <Sheet pens={pens} ownerId={ownerId} box={box}>
            {(cursor) => <InkPicture {...{ ink, pens, box, cursor }} />}
          </Sheet>
        ) : (
          box && <InkPicture {...{ ink, pens, box }} cursor={null} />
        )}
      </div>
      <Tools
        {...{ pens, ownerId, mayDraw, isOpen, hasMine }}
        hasAny={ink.strokes.length > 0}
        onSwitch={() => setDrawing(!isOpen)}
      />
    </>
  );
}

interface SheetProps extends Pick<InkLayerProps, "pens" | "ownerId"> {
  readonly box: Box;
  readonly children: (cursor: ReturnType<typeof usePen>["cursor"]) => ReactNode;
}

/** Takes my hand over the picture. */
function Sheet({ pens, ownerId, box, children }: SheetProps) {
  const { t } = useTexts();
  const { cursor, hand } = usePen(pens.ink, ownerId, box);
  return (
    <div
      className={styles["sheet"]}
      role="application"
      aria-label={t("ink.sheet", { name: pens.nameOf(ownerId) })}
      tabIndex={0}
      {...hand}
    >
      {children(cursor)}
    </div>
  );
}

interface ToolsProps extends Pick<InkLayerProps, "pens" | "ownerId"> {
  readonly mayDraw: boolean;
  readonly isOpen: boolean;
  readonly hasMine: boolean;
  readonly hasAny: boolean;
  readonly onSwitch: () => void;
}

function Tools(props: ToolsProps) {
  const { pens, ownerId, mayDraw, isOpen, hasMine, hasAny, onSwitch } = props;
  const texts = useTexts();
  const { t } = texts;
  const wipe = (whose: "mine" | "everybody") => () =>
    void pens.ink
      .wipe(ownerId, whose)
      .catch((failure: unknown) => notifyFailure(texts, failure));
  return (
    <div className={styles["tools"]} data-open={isOpen}>
      {mayDraw && (
        <Tool
          icon={iconPencil}
          words={t("ink.draw")}
          isPressed={isOpen}
          onClick={onSwitch}
        />
      )}
      {isOpen && hasMine && (
        <Tool
          icon={iconEraser}
          words={t("ink.wipeMine")}
          onClick={wipe("mine")}
        />
      )}
      {hasAny && pens.mayWipeAll(ownerId) && (
        <Tool
          icon={iconTrash}
          words={t("ink.wipeAll")}
          onClick={wipe("everybody")}
        />
      )}
    </div>
  );
}

interface ToolProps {
  readonly icon: IconPaths;
  readonly words: string;
  /** Of a switch. */
  readonly isPressed?: boolean;
  readonly onClick: () => void;
}

/** Its words are the browser's own hint: in a window of its own ours would be drawn in the page. */
function Tool({ icon, words, isPressed, onClick }: ToolProps) {
  return (
    <button
      type="button"
      className={styles["tool"]}
      aria-pressed={isPressed}
      aria-label={words}
      title={words}
      onClick={onClick}
    >
      <Icon paths={icon} size={18} />
    </button>
  );
}

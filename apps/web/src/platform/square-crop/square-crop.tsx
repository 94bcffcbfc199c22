import { Button, Slider } from "@mantine/core";
import {
  useRef,
  useState,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
} from "react";
import { Dialog } from "../kit/dialog.tsx";
import { useTexts } from "../texts/texts.tsx";
import {
  middleSquare,
  movedTo,
  resizedTo,
  smallestSidePx,
  type PictureSize,
  type Square,
} from "./square.ts";
import styles from "./square-crop.module.css";

interface FrameProps {
  readonly size: PictureSize;
  readonly square: Square;
  readonly onSquare: (square: Square) => void;
}

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

const percent = (part: number, whole: number): string =>
  `${String((part / whole) * 100)}%`;

/** Takes the square with the pointer. */
function useDragging({ size, square, onSquare }: FrameProps) {
  /** Where inside the square it is held, in pixels of the picture. */
  const held = useRef<{ readonly x: number; readonly y: number } | null>(null);
  const placeOf = ({ currentTarget, clientX, clientY }: PointerEvent) => {
    const shown = currentTarget.parentElement?.getBoundingClientRect();
    if (shown === undefined) return { x: 0, y: 0 };
    const scale = size.width / shown.width;
    return {
      x: (clientX - shown.left) * scale,
      y: (clientY - shown.top) * scale,
    };
  };
  return {
    onPointerDown: (event: PointerEvent) => {
      event.currentTarget.setPointerCapture(event.pointerId);
      const { x, y } = placeOf(event);
      held.current = { x: x - square.left, y: y - square.top };
    },
    onPointerMove: (event: PointerEvent) => {
      if (held.current === null) return;
      const { x, y } = placeOf(event);
      const place = { left: x - held.current.x, top: y - held.current.y };
      onSquare(movedTo(square, place, size));
    },
    onPointerUp: () => {
      held.current = null;
    },
  };
}

/** The bright part: taken with the pointer or moved by arrows. */
function Frame(props: FrameProps) {
  const { size, square, onSquare } = props;
  const { t } = useTexts();
  const dragging = useDragging(props);
  const { left, top, side } = square;
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const [right, down] = step;
    const far = Math.max(1, side / 20);
    const place = { left: left + right * far, top: top + down * far };
    onSquare(movedTo(square, place, size));
  };
  return (
    <div
      className={styles["frame"]}
      role="application"
      tabIndex={0}
      aria-label={t("cover.move")}
      style={{
        left: percent(left, size.width),
        top: percent(top, size.height),
        width: percent(side, size.width),
        height: percent(side, size.height),
      }}
      onKeyDown={onKeyDown}
      {...dragging}
    />
  );
}

/** The chosen file, drawn in its own proportions; tells its size or that it is no picture. */
function useSize() {
  const [size, setSize] = useState<PictureSize | "unread" | "broken">("unread");
  const shown = {
    onLoad: ({
      currentTarget: { naturalWidth: width, naturalHeight: height },
    }: {
      readonly currentTarget: HTMLImageElement;
    }) => setSize({ width, height }),
    onError: () => setSize("broken"),
  };
  return { size, shown };
}

interface SquareCropProps {
  /** Address of the picture in this browser. */
  readonly url: string;
  readonly isBusy: boolean;
  readonly onClose: () => void;
  readonly onDone: (square: Square) => void;
}

/** How large the part is. */
function Side({ size, square, onSquare }: FrameProps) {
  const { t } = useTexts();
  return (
    <Slider
      mt="md"
      min={smallestSidePx}
      max={Math.min(size.width, size.height)}
      value={square.side}
      label={null}
      thumbLabel={t("cover.size")}
      onChange={(side) => onSquare(resizedTo(square, side, size))}
    />
  );
}

function Trouble({ children }: { readonly children: ReactNode }) {
  return (
    <p className={styles["wrong"]} role="alert">
      {children}
    </p>
  );
}

/** Chooses the square part of a picture that stands for a person or a conversation. */
export function SquareCrop({ url, isBusy, onClose, onDone }: SquareCropProps) {
  const { t } = useTexts();
  const { size, shown } = useSize();
  const [chosen, setChosen] = useState<Square | null>(null);
  const known = typeof size === "string" ? null : size;
  const most = known === null ? 0 : Math.min(known.width, known.height);
  const isSmall = known !== null && most < smallestSidePx;
  const square = chosen ?? (known === null ? null : middleSquare(known));
  return (
    <Dialog onClose={onClose} title={t("cover.title")}>
      {size === "broken" && <Trouble>{t("cover.notShown")}</Trouble>}
      {isSmall && <Trouble>{t("cover.small")}</Trouble>}
      <div className={styles["place"]} hidden={size === "broken"}>
        <span className={styles["picture"]}>
          <img src={url} alt="" draggable={false} {...shown} />
          {known !== null && square !== null && !isSmall && (
            <Frame size={known} square={square} onSquare={setChosen} />
          )}
        </span>
      </div>
      {known !== null && square !== null && most > smallestSidePx && (
        <Side size={known} square={square} onSquare={setChosen} />
      )}
      <div className={styles["foot"]}>
        <Button variant="default" onClick={onClose}>
          {t("action.cancel")}
        </Button>
        <Button
          loading={isBusy}
          disabled={square === null || isSmall}
          onClick={() => square !== null && onDone(square)}
        >
          {t("action.save")}
        </Button>
      </div>
    </Dialog>
  );
}

import { Button, Slider } from "@mantine/core";
import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { Dialog } from "../../platform/kit/dialog.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { inside, maxZoom, sideOf, wholeView, type View } from "./square.ts";
import styles from "./people.module.css";

interface CropDialogProps {
  readonly picture: ImageBitmap;
  readonly isBusy: boolean;
  readonly onClose: () => void;
  readonly onDone: (photo: Blob) => void;
}

const stagePx = 280;
const photoPx = 512;
/** A press of an arrow moves by this share of what is seen. */
const step = 0.05;

function draw(canvas: HTMLCanvasElement, picture: ImageBitmap, view: View) {
  const side = sideOf(picture, view);
  const left = view.centreX - side / 2;
  const top = view.centreY - side / 2;
  const context = canvas.getContext("2d");
  if (context === null) return;
  context.imageSmoothingQuality = "high";
  // What is transparent would be black in a JPEG.
  context.fillStyle = "white";
  context.fillRect(0, 0, canvas.width, canvas.height);
  const place = [0, 0, canvas.width, canvas.height] as const;
  context.drawImage(picture, left, top, side, side, ...place);
}

/** What is seen of the picture, and how hands and keys move it. */
function useView(picture: ImageBitmap) {
  const [view, setView] = useState(() => wholeView(picture));
  const seenPx = sideOf(picture, view);
  const move = (right: number, down: number) =>
    setView(
      inside(picture, {
        ...view,
        centreX: view.centreX + right,
        centreY: view.centreY + down,
      }),
    );
  const zoomTo = (zoom: number) => setView(inside(picture, { ...view, zoom }));
  const onKeyDown = (event: KeyboardEvent) => {
    const by = seenPx * step;
    const moves: Readonly<Record<string, readonly [number, number]>> = {
      ArrowLeft: [-by, 0],
      ArrowRight: [by, 0],
      ArrowUp: [0, -by],
      ArrowDown: [0, by],
    };
    const wanted = moves[event.key];
    if (event.key === "+" || event.key === "-")
      zoomTo(view.zoom + (event.key === "+" ? 0.2 : -0.2));
    else if (wanted !== undefined) move(...wanted);
    else return;
    event.preventDefault();
  };
  return { view, move, zoomTo, onKeyDown, perPx: seenPx / stagePx };
}

function Stage({
  picture,
  seen,
}: {
  readonly picture: ImageBitmap;
  readonly seen: ReturnType<typeof useView>;
}) {
  const { t } = useTexts();
  const canvas = useRef<HTMLCanvasElement>(null);
  const { view, move, zoomTo, onKeyDown, perPx } = seen;
  useEffect(() => {
    if (canvas.current !== null) draw(canvas.current, picture, view);
  }, [picture, view]);
  return (
    <canvas
      ref={canvas}
      className={styles["stage"]}
      width={stagePx}
      height={stagePx}
      role="img"
      tabIndex={0}
      aria-label={t("photo.stage")}
      onKeyDown={onKeyDown}
      onPointerDown={(event) =>
        event.currentTarget.setPointerCapture(event.pointerId)
      }
      onPointerMove={({ buttons, movementX, movementY }) => {
        if (buttons === 1) move(-movementX * perPx, -movementY * perPx);
      }}
      onWheel={({ deltaY }) => zoomTo(view.zoom - deltaY / 500)}
    />
  );
}

/** The square of a picture that becomes a photo: dragged, zoomed, or moved by the arrows. */
export function CropDialog({
  picture,
  isBusy,
  onClose,
  onDone,
}: CropDialogProps) {
  const { t } = useTexts();
  const seen = useView(picture);
  const finish = () => {
    const canvas = document.createElement("canvas");
    canvas.width = photoPx;
    canvas.height = photoPx;
    draw(canvas, picture, seen.view);
    canvas.toBlob((photo) => photo && onDone(photo), "image/jpeg", 0.9);
  };
  return (
    <Dialog onClose={onClose} title={t("photo.crop")}>
      <div className={styles["crop"]}>
        <Stage picture={picture} seen={seen} />
        <div className={styles["zoom"]}>
          {t("photo.zoom")}
          <Slider
            thumbLabel={t("photo.zoom")}
            min={1}
            max={maxZoom}
            step={0.05}
            label={null}
            value={seen.view.zoom}
            onChange={seen.zoomTo}
          />
        </div>
        <div className={styles["buttons"]}>
          <Button variant="default" onClick={onClose}>
            {t("action.cancel")}
          </Button>
          <Button loading={isBusy} onClick={finish}>
            {t("photo.use")}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

import { useEffect, useRef, useState, type PointerEvent } from "react";
import {
  become,
  blurBox,
  boxBetween,
  copyOf,
  crop,
  drawArrow,
  drawLine,
  drawText,
  loadPicture,
  resize,
  rotate,
  type Pen,
  type Point,
} from "./canvas-work.ts";

export const tools = ["draw", "arrow", "text", "blur", "crop"] as const;
export type Tool = (typeof tools)[number];

export const colours = [
  "#e5383b",
  "#f4a300",
  "#2a9d4e",
  "#2176d2",
  "#ffffff",
  "#111418",
] as const;

const historyAtMost = 20;

interface Stroke {
  readonly points: readonly Point[];
  /** The picture as it was before the stroke. */
  readonly before: HTMLCanvasElement;
}

interface Drawing {
  readonly points: readonly Point[];
  readonly pen: Pen;
  readonly words: string;
}

const frameOf = (from: Point, to: Point): readonly Point[] => [
  from,
  { x: to.x, y: from.y },
  to,
  { x: from.x, y: to.y },
  from,
];

function apply(
  canvas: HTMLCanvasElement,
  tool: Tool,
  { points, pen, words }: Drawing,
): void {
  const [from] = points;
  const to = points.at(-1);
  if (from === undefined || to === undefined) return;
  // What a crop keeps is shown by a frame until the button is let go.
  const frame = { colour: "#ffffff", width: Math.max(2, pen.width / 3) };
  if (tool === "draw") drawLine(canvas, points, pen);
  else if (tool === "arrow") drawArrow(canvas, [from, to], pen);
  else if (tool === "blur") blurBox(canvas, boxBetween(from, to, canvas));
  else if (tool === "crop") drawLine(canvas, frameOf(from, to), frame);
  else if (words !== "") drawText(canvas, { at: to, words }, pen);
}

/** The picture itself and the way back through its changes. */
function usePicture(url: string) {
  const [canvas, setCanvas] = useState<HTMLCanvasElement | null>(null);
  const history = useRef<readonly HTMLCanvasElement[]>([]);
  const [steps, setSteps] = useState(0);
  const [size, setSize] = useState({ width: 0, height: 0 });
  useEffect(() => {
    if (canvas === null) return;
    void loadPicture(canvas, url).then(() =>
      setSize({ width: canvas.width, height: canvas.height }),
    );
  }, [canvas, url]);
  const changed = () => {
    if (canvas !== null)
      setSize({ width: canvas.width, height: canvas.height });
    setSteps(history.current.length);
  };
  const remember = (picture: HTMLCanvasElement) => {
    history.current = [...history.current, picture].slice(-historyAtMost);
  };
  const change = (work: (target: HTMLCanvasElement) => void) => {
    if (canvas === null) return;
    remember(copyOf(canvas));
    work(canvas);
    changed();
  };
  const undo = () => {
    const before = history.current.at(-1);
    if (before === undefined || canvas === null) return;
    history.current = history.current.slice(0, -1);
    become(canvas, before);
    changed();
  };
  return { canvas, setCanvas, steps, size, changed, remember, change, undo };
}

const placeOf = ({
  currentTarget,
  clientX,
  clientY,
}: PointerEvent<HTMLCanvasElement>): Point => {
  const { left, top, width } = currentTarget.getBoundingClientRect();
  const scale = currentTarget.width / width;
  return { x: (clientX - left) * scale, y: (clientY - top) * scale };
};

type Picture = ReturnType<typeof usePicture>;

/** One stroke of the pointer, drawn anew from the picture before it with every movement. */
function useStroke(
  { remember, changed }: Picture,
  draw: (
    target: HTMLCanvasElement,
    points: readonly Point[],
    isOver: { readonly isOver: boolean },
  ) => void,
) {
  const stroke = useRef<Stroke | null>(null);
  return {
    onPointerDown: (event: PointerEvent<HTMLCanvasElement>) => {
      event.currentTarget.setPointerCapture(event.pointerId);
      stroke.current = {
        points: [placeOf(event)],
        before: copyOf(event.currentTarget),
      };
    },
    onPointerMove: (event: PointerEvent<HTMLCanvasElement>) => {
      if (stroke.current === null) return;
      const { before, points } = stroke.current;
      stroke.current = { before, points: [...points, placeOf(event)] };
      become(event.currentTarget, before);
      draw(event.currentTarget, stroke.current.points, { isOver: false });
    },
    onPointerUp: ({ currentTarget }: PointerEvent<HTMLCanvasElement>) => {
      if (stroke.current === null) return;
      const { before, points } = stroke.current;
      stroke.current = null;
      remember(before);
      become(currentTarget, before);
      draw(currentTarget, points, { isOver: true });
      changed();
    },
  };
}

/** A picture being changed. */
export function useEditing(url: string) {
  const picture = usePicture(url);
  const [tool, setTool] = useState<Tool>("draw");
  const [colour, setColour] = useState<string>(colours[0]);
  const [words, setWords] = useState("");
  const handlers = useStroke(picture, (target, points, { isOver }) => {
    const width = Math.max(
      3,
      Math.round(Math.max(target.width, target.height) / 200),
    );
    const [from] = points;
    const to = points.at(-1);
    if (tool !== "crop" || !isOver)
      apply(target, tool, { points, pen: { colour, width }, words });
    else if (from !== undefined && to !== undefined && points.length > 2)
      crop(target, boxBetween(from, to, target));
  });
  const { canvas, setCanvas, steps, size, change, undo } = picture;
  return {
    canvas,
    setCanvas,
    steps,
    size,
    undo,
    tool,
    setTool,
    colour,
    setColour,
    words,
    setWords,
    handlers,
    rotate: () => change(rotate),
    resize: (width: number) => change((target) => resize(target, width)),
  };
}

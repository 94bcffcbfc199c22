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

function apply(
  canvas: HTMLCanvasElement,
  tool: Tool,
  {
    points,
    pen,
    words,
  }: {
    readonly points: readonly Point[];
    readonly pen: Pen;
    readonly words: string;
  },
): void {
  const [from] = points;
  const to = points.at(-1);
  if (from === undefined || to === undefined) return;
  switch (tool) {
    case "draw":
      return drawLine(canvas, points, pen);
    case "arrow":
      return drawArrow(canvas, [from, to], pen);
    case "text":
      return words === ""
        ? undefined
        : drawText(canvas, { at: to, words }, pen);
    case "blur":
      return blurBox(canvas, boxBetween(from, to, canvas));
    case "crop":
      // What stays is shown by a frame until the button is let go.
      return drawLine(canvas, frameOf(from, to), {
        colour: "#ffffff",
        width: Math.max(2, pen.width / 3),
      });
  }
}

const frameOf = (from: Point, to: Point): readonly Point[] => [
  from,
  { x: to.x, y: from.y },
  to,
  { x: from.x, y: to.y },
  from,
];

/** A picture being changed, with the way back. */
export function useEditing(url: string) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const history = useRef<HTMLCanvasElement[]>([]);
  const stroke = useRef<Stroke | null>(null);
  const [tool, setTool] = useState<Tool>("draw");
  const [colour, setColour] = useState<string>(colours[0]);
  const [words, setWords] = useState("");
  const [steps, setSteps] = useState(0);
  const [size, setSize] = useState({ width: 0, height: 0 });
  const told = () => {
    const { current } = canvas;
    if (current !== null)
      setSize({ width: current.width, height: current.height });
    setSteps(history.current.length);
  };
  useEffect(() => {
    const { current } = canvas;
    if (current === null) return;
    void loadPicture(current, url).then(() =>
      setSize({ width: current.width, height: current.height }),
    );
  }, [url]);
  const remember = (picture: HTMLCanvasElement) => {
    history.current = [...history.current, picture].slice(-historyAtMost);
  };
  const change = (work: (target: HTMLCanvasElement) => void) => {
    const { current } = canvas;
    if (current === null) return;
    remember(copyOf(current));
    work(current);
    told();
  };
  const placeOf = (event: PointerEvent<HTMLCanvasElement>): Point => {
    const { left, top, width } = event.currentTarget.getBoundingClientRect();
    const scale = event.currentTarget.width / width;
    return {
      x: (event.clientX - left) * scale,
      y: (event.clientY - top) * scale,
    };
  };
  const pen = (target: HTMLCanvasElement): Pen => ({
    colour,
    width: Math.max(3, Math.round(Math.max(target.width, target.height) / 200)),
  });
  const handlers = {
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
      apply(event.currentTarget, tool, {
        points: stroke.current.points,
        pen: pen(event.currentTarget),
        words,
      });
    },
    onPointerUp: ({ currentTarget }: PointerEvent<HTMLCanvasElement>) => {
      if (stroke.current === null) return;
      const { before, points } = stroke.current;
      stroke.current = null;
      remember(before);
      become(currentTarget, before);
      const [from] = points;
      const to = points.at(-1);
      if (
        tool === "crop" &&
        from !== undefined &&
        to !== undefined &&
        points.length > 2
      )
        crop(currentTarget, boxBetween(from, to, currentTarget));
      else if (tool !== "crop")
        apply(currentTarget, tool, { points, pen: pen(currentTarget), words });
      told();
    },
  };
  const undo = () => {
    const before = history.current.at(-1);
    if (before === undefined || canvas.current === null) return;
    history.current = history.current.slice(0, -1);
    become(canvas.current, before);
    told();
  };
  return {
    canvas,
    tool,
    setTool,
    colour,
    setColour,
    words,
    setWords,
    steps,
    size,
    handlers,
    undo,
    rotate: () => change(rotate),
    resize: (width: number) => change((target) => resize(target, width)),
  };
}

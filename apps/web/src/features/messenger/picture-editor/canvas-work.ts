/** A point of the picture, in its own pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

export interface Pen {
  readonly colour: string;
  /** Of the line, in pixels of the picture. */
  readonly width: number;
}

const contextOf = (canvas: HTMLCanvasElement): CanvasRenderingContext2D => {
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("this browser draws no pictures");
  return context;
};

/** The box between two corners, inside the picture. */
export function boxBetween(
  one: Point,
  other: Point,
  within: { readonly width: number; readonly height: number },
): Box {
  const left = Math.max(0, Math.min(one.x, other.x));
  const top = Math.max(0, Math.min(one.y, other.y));
  const right = Math.min(within.width, Math.max(one.x, other.x));
  const bottom = Math.min(within.height, Math.max(one.y, other.y));
  return {
    x: Math.round(left),
    y: Math.round(top),
    width: Math.max(1, Math.round(right - left)),
    height: Math.max(1, Math.round(bottom - top)),
  };
}

export function copyOf(canvas: HTMLCanvasElement): HTMLCanvasElement {
  const copy = document.createElement("canvas");
  copy.width = canvas.width;
  copy.height = canvas.height;
  contextOf(copy).drawImage(canvas, 0, 0);
  return copy;
}

/** The target becomes the very same picture. */
export function become(
  target: HTMLCanvasElement,
  source: HTMLCanvasElement,
): void {
  target.width = source.width;
  target.height = source.height;
  contextOf(target).drawImage(source, 0, 0);
}

export function drawLine(
  canvas: HTMLCanvasElement,
  points: readonly Point[],
  { colour, width }: Pen,
): void {
  const context = contextOf(canvas);
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.lineCap = "round";
  context.lineJoin = "round";
  context.beginPath();
  for (const { x, y } of points) context.lineTo(x, y);
  context.stroke();
}

export function drawArrow(
  canvas: HTMLCanvasElement,
  [from, to]: readonly [Point, Point],
  pen: Pen,
): void {
  const angle = Math.atan2(to.y - from.y, to.x - from.x);
  const head = pen.width * 4;
  const wing = (turn: number): Point => ({
    x: to.x - head * Math.cos(angle + turn),
    y: to.y - head * Math.sin(angle + turn),
  });
  drawLine(canvas, [from, to], pen);
  drawLine(canvas, [wing(0.5), to, wing(-0.5)], pen);
}

export function drawText(
  canvas: HTMLCanvasElement,
  { at, words }: { readonly at: Point; readonly words: string },
  pen: Pen,
): void {
  const context = contextOf(canvas);
  context.font = `600 ${String(pen.width * 6)}px system-ui, sans-serif`;
  context.textBaseline = "middle";
  context.lineWidth = pen.width;
  context.strokeStyle = "rgb(0 0 0 / 55%)";
  context.strokeText(words, at.x, at.y);
  context.fillStyle = pen.colour;
  context.fillText(words, at.x, at.y);
}

/** Makes a part unreadable for good: its pixels are averaged away, not merely covered. */
export function blurBox(
  canvas: HTMLCanvasElement,
  { x, y, width, height }: Box,
): void {
  const coarse = document.createElement("canvas");
  const step = Math.max(
    12,
    Math.round(Math.min(canvas.width, canvas.height) / 40),
  );
  coarse.width = Math.max(1, Math.ceil(width / step));
  coarse.height = Math.max(1, Math.ceil(height / step));
  contextOf(coarse).drawImage(
    canvas,
    x,
    y,
    width,
    height,
    0,
    0,
    coarse.width,
    coarse.height,
  );
  const context = contextOf(canvas);
  context.imageSmoothingEnabled = false;
  context.drawImage(
    coarse,
    0,
    0,
    coarse.width,
    coarse.height,
    x,
    y,
    width,
    height,
  );
  context.imageSmoothingEnabled = true;
}

export function crop(
  canvas: HTMLCanvasElement,
  { x, y, width, height }: Box,
): void {
  const source = copyOf(canvas);
  canvas.width = width;
  canvas.height = height;
  contextOf(canvas).drawImage(source, x, y, width, height, 0, 0, width, height);
}

/** A quarter turn clockwise. */
export function rotate(canvas: HTMLCanvasElement): void {
  const source = copyOf(canvas);
  canvas.width = source.height;
  canvas.height = source.width;
  const context = contextOf(canvas);
  context.translate(canvas.width, 0);
  context.rotate(Math.PI / 2);
  context.drawImage(source, 0, 0);
  context.resetTransform();
}

export function resize(canvas: HTMLCanvasElement, width: number): void {
  const source = copyOf(canvas);
  canvas.width = width;
  canvas.height = Math.max(
    1,
    Math.round((source.height * width) / source.width),
  );
  const context = contextOf(canvas);
  context.imageSmoothingQuality = "high";
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
}

export async function loadPicture(
  canvas: HTMLCanvasElement,
  url: string,
): Promise<void> {
  const picture = new Image();
  picture.src = url;
  await picture.decode();
  canvas.width = picture.naturalWidth;
  canvas.height = picture.naturalHeight;
  contextOf(canvas).drawImage(picture, 0, 0);
}

/** Photographs stay JPEG, everything else is kept without loss. */
export const fileOf = (
  canvas: HTMLCanvasElement,
  name: string,
): Promise<File> =>
  new Promise((resolve, reject) => {
    const type = /\.jpe?g$/i.test(name) ? "image/jpeg" : "image/png";
    const ending = type === "image/jpeg" ? ".jpg" : ".png";
    canvas.toBlob(
      (blob) => {
        if (blob === null) reject(new Error("the picture could not be made"));
        else
          resolve(
            new File([blob], name.replace(/\.[^.]+$/, "") + ending, { type }),
          );
      },
      type,
      0.92,
    );
  });

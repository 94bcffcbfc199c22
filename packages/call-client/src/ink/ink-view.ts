import type { PicturePoint, Pointing, PrincipalId } from "@veche/contracts";
import type { Ink, InkView, Stroke } from "./call-ink.ts";

/** The oldest lines make room: a screen full of them hides what is shown. */
const mostStrokes = 200;
/** A line of so many points is as long as one draws without lifting the hand; what comes after is left out. */
const mostPoints = 4_000;

const none: Ink = { strokes: [], pointers: [] };

/** What somebody does over somebody's screen. */
export interface Pointed {
  readonly ownerId: PrincipalId;
  readonly principalId: PrincipalId;
  readonly pointing: Pointing;
}

/** What lies over the screens after it. */
export function afterPointing(view: InkView, pointed: Pointed): InkView {
  const { ownerId } = pointed;
  const ink = inkAfter(view.get(ownerId) ?? none, pointed);
  return new Map(view).set(ownerId, ink);
}

/** Screens that are not shown any more lose what was drawn over them. */
export const withoutOwners = (
  view: InkView,
  isGone: (ownerId: PrincipalId) => boolean,
): InkView =>
  [...view.keys()].some(isGone)
    ? new Map([...view].filter(([ownerId]) => !isGone(ownerId)))
    : view;

function inkAfter(ink: Ink, { principalId, pointing }: Pointed): Ink {
  const isTheirs = (one: { readonly principalId: PrincipalId }) =>
    one.principalId === principalId;
  switch (pointing.kind) {
    case "at":
      return { ...ink, pointers: pointersAt(ink, principalId, pointing.point) };
    case "gone":
      return { ...ink, pointers: ink.pointers.filter((one) => !isTheirs(one)) };
    case "wiped":
      if (pointing.whose === "everybody") return { ...ink, strokes: [] };
      return { ...ink, strokes: ink.strokes.filter((one) => !isTheirs(one)) };
    case "line": {
      const key = `${principalId} ${String(pointing.strokeId)}`;
      const strokes = strokesWith(ink.strokes, {
        ...{ key, principalId, points: pointing.points },
      });
      const last = pointing.points.at(-1);
      return last === undefined
        ? { ...ink, strokes }
        : { strokes, pointers: pointersAt(ink, principalId, last) };
    }
  }
}

const pointersAt = (
  { pointers }: Ink,
  principalId: PrincipalId,
  point: PicturePoint,
): Ink["pointers"] => [
  ...pointers.filter((one) => one.principalId !== principalId),
  { principalId, point },
];

function strokesWith(
  strokes: readonly Stroke[],
  more: Stroke,
): readonly Stroke[] {
  const known = strokes.find(({ key }) => key === more.key);
  if (known === undefined) return [...strokes, more].slice(-mostStrokes);
  const points = [...known.points, ...more.points].slice(0, mostPoints);
  return strokes.map((one) => (one === known ? { ...known, points } : one));
}

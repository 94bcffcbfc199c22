import type { CallInk } from "@veche/call-client";
import type { PicturePoint, PrincipalId } from "@veche/contracts";
import {
  useEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type PointerEvent,
} from "react";
import { isOn, movedBy, pointAt, type Box } from "./picture-box.ts";

/** One press of an arrow key. */
const step = 0.02;
const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-step, 0],
  ArrowRight: [step, 0],
  ArrowUp: [0, -step],
  ArrowDown: [0, step],
};

type Stroke = ReturnType<CallInk["draw"]>;

const spotOf = ({ currentTarget, clientX, clientY }: PointerEvent) => {
  const { left, top } = currentTarget.getBoundingClientRect();
  return { x: clientX - left, y: clientY - top };
};

/** My hand over somebody's screen: a mouse, a finger, or the arrow keys, which draw while Shift is held. */
export function usePen(
  { point, draw }: CallInk,
  ownerId: PrincipalId,
  box: Box | null,
) {
  const stroke = useRef<Stroke | null>(null);
  const [cursor, setCursor] = useState<PicturePoint | null>(null);
  // Whoever puts the pen away points no more.
  useEffect(() => () => point(ownerId, null), [point, ownerId]);
  const putDown = (event: PointerEvent<HTMLElement>) => {
    if (box === null || event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setCursor(null);
    stroke.current = draw(ownerId, pointAt(box, spotOf(event)));
  };
  const move = (event: PointerEvent<HTMLElement>) => {
    if (box === null) return;
    const spot = spotOf(event);
    if (stroke.current !== null) stroke.current.add(pointAt(box, spot));
    else point(ownerId, isOn(box, spot) ? pointAt(box, spot) : null);
  };
  const lift = () => {
    stroke.current = null;
  };
  const moveByKey = (event: KeyboardEvent<HTMLElement>) => {
    const way = arrows[event.key];
    if (way === undefined) return;
    event.preventDefault();
    const from = cursor ?? [0.5, 0.5];
    const to = movedBy(from, way);
    if (!event.shiftKey) {
      lift();
      point(ownerId, to);
    } else {
      stroke.current ??= draw(ownerId, from);
      stroke.current.add(to);
    }
    setCursor(to);
  };
  return {
    /** Where the keys have taken my pointer; a mouse shows its own. */
    cursor,
    hand: {
      onPointerDown: putDown,
      onPointerMove: move,
      onPointerUp: lift,
      onPointerCancel: lift,
      onPointerLeave: () => point(ownerId, null),
      onKeyDown: moveByKey,
    },
  };
}

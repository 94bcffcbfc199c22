import type { CallInk } from "@veche/call-client";
import type { PrincipalId } from "@veche/contracts";
import { useEffect, useRef, type PointerEvent } from "react";
import { isOn, pointAt, type Box } from "./picture-box.ts";
import { useArrows } from "./use-arrows.ts";

type Stroke = ReturnType<CallInk["draw"]>;

const spotOf = ({ currentTarget, clientX, clientY }: PointerEvent) => {
  const { left, top } = currentTarget.getBoundingClientRect();
  return { x: clientX - left, y: clientY - top };
};

/** My hand over somebody's screen: a mouse, a finger, or the arrow keys, which draw while Shift is held. */
export function usePen(ink: CallInk, ownerId: PrincipalId, box: Box) {
  const { point, draw } = ink;
  const stroke = useRef<Stroke | null>(null);
  const { cursor, hide, keys } = useArrows(ink, ownerId);
  // Whoever puts the pen away points no more.
  useEffect(() => () => point(ownerId, null), [point, ownerId]);
  const putDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    hide();
    stroke.current = draw(ownerId, pointAt(box, spotOf(event)));
  };
  const move = (event: PointerEvent<HTMLElement>) => {
    const spot = spotOf(event);
    if (stroke.current !== null) stroke.current.add(pointAt(box, spot));
    else point(ownerId, isOn(box, spot) ? pointAt(box, spot) : null);
  };
  const lift = () => {
    stroke.current = null;
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
      ...keys,
    },
  };
}

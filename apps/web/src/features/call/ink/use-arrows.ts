import type { CallInk } from "@veche/call-client";
import type { PicturePoint, PrincipalId } from "@veche/contracts";
import { useRef, useState, type KeyboardEvent } from "react";
import { movedBy } from "./picture-box.ts";

/** One press of an arrow key. */
const step = 0.02;
const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-step, 0],
  ArrowRight: [step, 0],
  ArrowUp: [0, -step],
  ArrowDown: [0, step],
};

/** Arrow keys point at somebody's screen; while Shift is held, they draw one line. */
export function useArrows({ point, draw }: CallInk, ownerId: PrincipalId) {
  const stroke = useRef<ReturnType<CallInk["draw"]> | null>(null);
  const [cursor, setCursor] = useState<PicturePoint | null>(null);
  const lift = () => {
    stroke.current = null;
  };
  const press = (event: KeyboardEvent) => {
    const way = arrows[event.key];
    if (way === undefined) return;
    event.preventDefault();
    const from = cursor ?? [0.5, 0.5];
    const to = movedBy(from, way);
    if (event.shiftKey) {
      stroke.current ??= draw(ownerId, from);
      stroke.current.add(to);
    } else {
      lift();
      point(ownerId, to);
    }
    setCursor(to);
  };
  return {
    /** Where the keys have taken my pointer. */
    cursor,
    hide: () => setCursor(null),
    keys: {
      onKeyDown: press,
      onKeyUp: ({ key }: KeyboardEvent) => {
        if (key === "Shift") lift();
      },
      onBlur: lift,
    },
  };
}

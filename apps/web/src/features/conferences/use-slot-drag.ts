import { useState, type PointerEvent } from "react";
import { wallHere } from "./days.ts";

/** A stretch of a day that was drawn, on the clock here. */
export interface Slot {
  readonly wall: string;
  readonly durationMinutes: number;
}

interface Drawn {
  readonly from: number;
  readonly to: number;
}

const stepMinutes = 15;
/** Pressed without drawing, it is an hour. */
const pressedMinutes = 60;

interface SlotDrag {
  readonly day: Date;
  readonly hourPx: number;
  readonly onPlan: (slot: Slot) => void;
}

/** Drawing over free hours with a pointer; the button above the calendar does the same without one. */
export function useSlotDrag({ day, hourPx, onPlan }: SlotDrag) {
  const [drawn, setDrawn] = useState<{ anchor: number; head: number }>();
  const minutesAt = (event: PointerEvent<HTMLElement>): number => {
    const { top } = event.currentTarget.getBoundingClientRect();
    const minutes = ((event.clientY - top) / hourPx) * 60;
    const step = Math.floor(minutes / stepMinutes) * stepMinutes;
    return Math.min(1440 - stepMinutes, Math.max(0, step));
  };
  const slot = drawn && stretchOf(drawn);
  return {
    slot,
    handlers: {
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        const isFree = event.target === event.currentTarget;
        if (!isFree || event.button !== 0 || event.pointerType === "touch")
          return;
        event.currentTarget.setPointerCapture(event.pointerId);
        const anchor = minutesAt(event);
        setDrawn({ anchor, head: anchor });
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        if (drawn !== undefined)
          setDrawn({ anchor: drawn.anchor, head: minutesAt(event) });
      },
      onPointerCancel: () => setDrawn(undefined),
      onPointerUp: () => {
        if (drawn === undefined || slot === undefined) return;
        setDrawn(undefined);
        const start = new Date(day);
        start.setHours(0, slot.from);
        onPlan({
          wall: wallHere(start),
          durationMinutes:
            drawn.anchor === drawn.head ? pressedMinutes : slot.to - slot.from,
        });
      },
    },
  };
}

const stretchOf = ({
  anchor,
  head,
}: {
  readonly anchor: number;
  readonly head: number;
}): Drawn => ({
  from: Math.min(anchor, head),
  to: Math.max(anchor, head) + stepMinutes,
});

import type { CallInk, CallSnapshot, Ink } from "@veche/call-client";
import type { PicturePoint, PrincipalId } from "@veche/contracts";
import { useState } from "preact/hooks";
import { useReadable } from "../parts/use-readable.ts";
import { useCall } from "./call-context.ts";
import { Picture, type PictureSize } from "./picture.tsx";

interface ShownScreenProps {
  readonly stream: MediaStream | null;
  readonly label: string;
  readonly kind: "own-screen" | "remote-screen";
}

const none = {
  get: () => null,
  subscribe: () => () => undefined,
};
const noInk: ReadonlyMap<PrincipalId, Ink> = new Map();
const nothing = { get: () => noInk, subscribe: () => () => undefined };

/** A screen, with what is pointed at and drawn over it. */
export function ShownScreen({ kind, ...picture }: ShownScreenProps) {
  const { control } = useCall();
  const [size, setSize] = useState<PictureSize | null>(null);
  const session = useReadable(control.session);
  const snapshot = useReadable<CallSnapshot | null>(session?.snapshot ?? none);
  const ink = useReadable<CallInk | null>(control.ink);
  const view = useReadable(ink?.state ?? nothing);
  const side = kind === "own-screen" ? "me" : "peer";
  const ownerId = snapshot?.[side]?.principalId;
  const over = ownerId === undefined ? undefined : view.get(ownerId);
  return (
    <div class="shown">
      <Picture {...picture} kind={kind} onSize={setSize} />
      {size === null || over === undefined ? null : (
        <Drawing ink={over} size={size} call={snapshot?.call ?? null} />
      )}
    </div>
  );
}

interface DrawingProps {
  readonly ink: Ink;
  readonly size: PictureSize;
  readonly call: CallSnapshot["call"];
}

/** Scaled as the picture is, which is shown whole: the same bars are left beside both. */
function Drawing({ ink, size, call }: DrawingProps) {
  const { width, height } = size;
  const at = ([x, y]: PicturePoint) => `${x * width},${y * height}`;
  const place = (id: PrincipalId) =>
    call?.participants.findIndex(({ principalId }) => principalId === id) ?? 0;
  const nameOf = (id: PrincipalId) => call?.participants[place(id)]?.name;
  return (
    <svg aria-hidden="true" viewBox={`0 0 ${width} ${height}`}>
      {ink.strokes.map(({ key, principalId, points }) => (
        <polyline
          key={key}
          data-ink={place(principalId)}
          // A point without a way is a dot: its line ends where it begins.
          points={[...points, ...points.slice(-1)].map(at).join(" ")}
        />
      ))}
      {ink.pointers.map(({ principalId, point: [x, y] }) => (
        <g key={principalId} data-ink={place(principalId)}>
          <circle cx={x * width} cy={y * height} r={height / 70} />
          <text
            x={x * width}
            y={y * height + height / 16}
            font-size={height / 28}
            text-anchor={x > 0.75 ? "end" : "start"}
          >
            {nameOf(principalId)}
          </text>
        </g>
      ))}
    </svg>
  );
}

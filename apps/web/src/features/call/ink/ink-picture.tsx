import type { Ink } from "@veche/call-client";
import type { PicturePoint } from "@veche/contracts";
import type { Pens } from "./pens.ts";
import type { Box } from "./picture-box.ts";
import styles from "./ink.module.css";

interface InkPictureProps {
  readonly ink: Ink;
  readonly pens: Pens;
  readonly box: Box;
  /** My own pointer, where keys have taken it. */
  readonly cursor: PicturePoint | null;
}

/** Lines and pointers, exactly over the picture they are drawn on. */
export function InkPicture({ ink, pens, box, cursor }: InkPictureProps) {
  const { left, top, width, height } = box;
  const dots = (points: readonly PicturePoint[]) =>
    // A point without a way is a dot: its line ends where it begins.
    (points.length === 1 ? [...points, ...points] : points)
      .map(([x, y]) => `${String(x * width)},${String(y * height)}`)
      .join(" ");
  return (
    <div className={styles["picture"]} style={{ left, top, width, height }}>
      <svg
        aria-hidden="true"
        viewBox={`0 0 ${String(width)} ${String(height)}`}
      >
        {ink.strokes.map(({ key, principalId, points }) => (
          <g key={key} data-colour={pens.colourOf(principalId)}>
            <polyline className={styles["halo"]} points={dots(points)} />
            <polyline className={styles["stroke"]} points={dots(points)} />
          </g>
        ))}
      </svg>
      {ink.pointers.map(({ principalId, point }) => (
        <PointerMark
          key={principalId}
          point={point}
          colour={pens.colourOf(principalId)}
          name={pens.nameOf(principalId)}
        />
      ))}
      {cursor !== null && pens.meId !== null && (
        <PointerMark point={cursor} colour={pens.colourOf(pens.meId)} name="" />
      )}
    </div>
  );
}

interface PointerMarkProps {
  readonly point: PicturePoint;
  readonly colour: number;
  readonly name: string;
}

function PointerMark({ point: [x, y], colour, name }: PointerMarkProps) {
  return (
    <span
      className={styles["pointer"]}
      data-colour={colour}
      data-side={x > 0.75 ? "left" : "right"}
      style={{ left: `${String(x * 100)}%`, top: `${String(y * 100)}%` }}
    >
      <span className={styles["dot"]} />
      {name !== "" && <span className={styles["name"]}>{name}</span>}
    </span>
  );
}

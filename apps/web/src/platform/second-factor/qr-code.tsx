import encodeQR from "qr";
import styles from "./second-factor.module.css";

/** A text as a picture that telephones read; dark on light in either theme, with the quiet edge readers need. */
export function QrCode({
  text,
  label,
}: {
  readonly text: string;
  readonly label: string;
}) {
  const rows = encodeQR(text, "raw", { border: 4 });
  const dark = rows.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  return (
    <svg
      className={styles["qr"]}
      role="img"
      aria-label={label}
      viewBox={`0 0 ${rows.length} ${rows.length}`}
      shapeRendering="crispEdges"
    >
      <rect width={rows.length} height={rows.length} fill="#fff" />
      <path d={dark.join("")} fill="#000" />
    </svg>
  );
}

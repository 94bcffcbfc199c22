/** The initials of a name; rings move around it while somebody calls. */
export function Avatar({
  name,
  size,
  isCalling,
}: {
  readonly name: string;
  readonly size: number;
  readonly isCalling?: boolean;
}) {
  const initials = name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word.slice(0, 1).toUpperCase())
    .join("");
  return (
    <span
      class={`avatar ${isCalling === true ? "calling" : ""}`}
      style={{
        width: `${size}px`,
        height: `${size}px`,
        fontSize: `${Math.round(size * 0.36)}px`,
      }}
      aria-hidden="true"
    >
      {initials}
    </span>
  );
}

import type { IconPaths } from "@veche/ui";

/** A drawn sign; it never speaks: the words stand beside it or on the button. */
export function Icon({
  paths,
  size = 20,
}: {
  readonly paths: IconPaths;
  readonly size?: number;
}) {
  return (
    <svg
      class="icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.75"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {paths.map((path) => (
        <path key={path} d={path} />
      ))}
    </svg>
  );
}

import type { IconPaths } from "@veche/ui";

interface IconProps {
  readonly paths: IconPaths;
  /** Side in px; 20 by default. */
  readonly size?: number;
  readonly className?: string | undefined;
}

/** A picture beside words: hidden from screen readers, the control carries the name. */
export function Icon({ paths, size = 20, className }: IconProps) {
  return (
    <svg
      aria-hidden="true"
      className={className}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.75}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {paths.map((path) => (
        <path key={path} d={path} />
      ))}
    </svg>
  );
}

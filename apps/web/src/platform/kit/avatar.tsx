import styles from "./avatar.module.css";

const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .filter((word) => /^[\p{L}\p{N}]/u.test(word))
    .slice(0, 2)
    .map((word) => /^./u.exec(word)?.[0].toLocaleUpperCase() ?? "")
    .join("");

interface AvatarProps {
  readonly name: string;
  /** Side in px; 36 by default. */
  readonly size?: 28 | 36 | 56 | 96;
  readonly tone?: "quiet" | "stage";
}

/** A person's initials. The name stands beside it as text, so it is hidden from screen readers. */
export function Avatar({ name, size = 36, tone = "quiet" }: AvatarProps) {
  return (
    <span
      aria-hidden="true"
      className={styles["avatar"]}
      data-size={size}
      data-tone={tone}
    >
      {initialsOf(name)}
    </span>
  );
}

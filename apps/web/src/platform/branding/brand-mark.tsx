import type { Branding } from "@veche/contracts";
import styles from "./brand-mark.module.css";

/** The company's logo, or the product's own mark: a bell that calls people together. */
export function BrandMark({
  branding,
  size = 40,
}: {
  readonly branding: Branding;
  readonly size?: number;
}) {
  if (branding.logoPath !== null)
    return (
      <img
        className={styles["logo"]}
        src={branding.logoPath}
        alt={branding.productName}
        height={size}
      />
    );
  return (
    <svg
      className={styles["mark"]}
      width={size}
      height={size}
      viewBox="0 0 32 32"
      role="img"
      aria-label={branding.productName}
    >
      <rect width="32" height="32" rx="9" />
      <path d="M9 20.5c1.6-1.5 2-3 2-6a5 5 0 0 1 10 0c0 3 .4 4.5 2 6z" />
      <path d="M14.2 23.6a2 2 0 0 0 3.6 0" />
    </svg>
  );
}

/** Steps of 4 px; the name is the number of steps. */
export const spacing = {
  1: "4px",
  2: "8px",
  3: "12px",
  4: "16px",
  5: "20px",
  6: "24px",
  8: "32px",
  10: "40px",
  12: "48px",
  16: "64px",
} as const;

export const radii = {
  small: "6px",
  medium: "10px",
  large: "16px",
  round: "999px",
} as const;

/** Size and line height in rem: they follow the reader's browser setting. */
export const typeScale = {
  caption: { size: "0.75rem", line: "1rem" },
  small: { size: "0.8125rem", line: "1.125rem" },
  body: { size: "0.9375rem", line: "1.375rem" },
  lead: { size: "1.0625rem", line: "1.5rem" },
  title: { size: "1.3125rem", line: "1.75rem" },
  display: { size: "1.75rem", line: "2.125rem" },
} as const;

export const fontFamily =
  'ui-sans-serif, "Segoe UI Variable Text", "Segoe UI", system-ui, -apple-system, "Noto Sans", "Liberation Sans", sans-serif';

export const motion = {
  quick: "120ms",
  calm: "220ms",
  curve: "cubic-bezier(0.2, 0, 0, 1)",
} as const;

export const shadows = {
  light: {
    low: "0 1px 2px rgb(28 34 38 / 6%), 0 1px 1px rgb(28 34 38 / 4%)",
    high: "0 12px 32px rgb(28 34 38 / 16%), 0 2px 6px rgb(28 34 38 / 8%)",
  },
  dark: {
    low: "0 1px 2px rgb(0 0 0 / 40%)",
    high: "0 16px 40px rgb(0 0 0 / 55%), 0 2px 8px rgb(0 0 0 / 40%)",
  },
} as const;

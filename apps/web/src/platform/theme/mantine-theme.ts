import {
  createTheme,
  Modal,
  Tooltip,
  type CSSVariablesResolver,
  type MantineColorsTuple,
} from "@mantine/core";
import { DEFAULT_ACCENT_COLOUR, fontFamily } from "@veche/ui";

/** Mantine wants ten shades of a name; every place it would use one is overruled by our roles below. */
const placeholder = Array.from(
  { length: 10 },
  () => DEFAULT_ACCENT_COLOUR,
) as unknown as MantineColorsTuple; // ten, as the tuple asks

/** Our tokens drawn by Mantine's components. */
export const mantineTheme = createTheme({
  primaryColor: "accent",
  colors: { accent: placeholder },
  fontFamily,
  fontFamilyMonospace:
    'ui-monospace, "Cascadia Code", "Liberation Mono", monospace',
  headings: { fontFamily, fontWeight: "650" },
  fontSizes: {
    xs: "var(--v-size-caption)",
    sm: "var(--v-size-body)",
    md: "var(--v-size-body)",
    lg: "var(--v-size-lead)",
    xl: "var(--v-size-title)",
  },
  radius: {
    sm: "var(--v-radius-small)",
    md: "var(--v-radius-medium)",
    lg: "var(--v-radius-large)",
  },
  defaultRadius: "md",
  cursorType: "pointer",
  respectReducedMotion: true,
  components: {
    // The page itself never scrolls, so there is nothing to lock.
    Modal: Modal.extend({
      defaultProps: {
        lockScroll: false,
        centered: true,
        radius: "lg",
        overlayProps: { backgroundOpacity: 1, color: "var(--v-overlay)" },
      },
    }),
    Tooltip: Tooltip.extend({
      defaultProps: { openDelay: 350, withArrow: true },
    }),
  },
});

/** Mantine's variables take their values from our roles, in both schemes at once. */
export const mantineVariables: CSSVariablesResolver = () => ({
  variables: {
    "--mantine-color-body": "var(--v-surface)",
    "--mantine-color-text": "var(--v-text)",
    "--mantine-color-bright": "var(--v-text)",
    "--mantine-color-dimmed": "var(--v-text-muted)",
    "--mantine-color-placeholder": "var(--v-text-muted)",
    "--mantine-color-anchor": "var(--v-accent-ink)",
    "--mantine-color-error": "var(--v-danger-ink)",
    "--mantine-color-default": "var(--v-raised)",
    "--mantine-color-default-hover": "var(--v-sunken)",
    "--mantine-color-default-color": "var(--v-text)",
    "--mantine-color-default-border": "var(--v-line-strong)",
    "--mantine-color-disabled": "var(--v-sunken)",
    "--mantine-color-disabled-color": "var(--v-text-muted)",
    "--mantine-color-disabled-border": "var(--v-line)",
    "--mantine-primary-color-contrast": "var(--v-on-accent)",
    "--mantine-color-accent-text": "var(--v-accent-ink)",
    "--mantine-color-accent-filled": "var(--v-accent)",
    "--mantine-color-accent-filled-hover": "var(--v-accent-hover)",
    "--mantine-color-accent-light": "var(--v-accent-soft)",
    "--mantine-color-accent-light-hover": "var(--v-accent-soft)",
    "--mantine-color-accent-light-color": "var(--v-accent-ink)",
    "--mantine-color-accent-outline": "var(--v-accent-ink)",
    "--mantine-color-accent-outline-hover": "var(--v-accent-soft)",
    "--mantine-color-red-filled": "var(--v-danger)",
    "--mantine-color-red-filled-hover": "var(--v-danger-hover)",
    "--mantine-color-red-light": "var(--v-danger-soft)",
    "--mantine-color-red-light-hover": "var(--v-danger-soft)",
    "--mantine-color-red-light-color": "var(--v-danger-ink)",
    "--mantine-color-red-text": "var(--v-danger-ink)",
    "--mantine-shadow-xs": "var(--v-shadow-low)",
    "--mantine-shadow-sm": "var(--v-shadow-low)",
    "--mantine-shadow-md": "var(--v-shadow-high)",
    "--mantine-shadow-lg": "var(--v-shadow-high)",
    "--mantine-shadow-xl": "var(--v-shadow-high)",
  },
  light: { "--mantine-color-default-border": "var(--v-line-strong)" },
  dark: { "--mantine-color-default-border": "var(--v-line-strong)" },
});

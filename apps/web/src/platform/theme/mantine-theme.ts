import {
  createTheme,
  Drawer,
  Menu,
  Modal,
  Tooltip,
  type CSSVariablesResolver,
  type MantineColorsTuple,
} from "@mantine/core";
import { DEFAULT_ACCENT_COLOUR, fontFamily } from "@veche/ui";

/** Mantine wants ten shades of a name; every place it would use one is overruled by our roles below. */
const shades = Array.from({ length: 10 }, () => DEFAULT_ACCENT_COLOUR);
const accent = shades as unknown as MantineColorsTuple; // ten, as the tuple asks

/** Mantine's neutrals in our tint, the lightest first. */
const gray: MantineColorsTuple = [
  "#f6f5f1",
  "#ebeae4",
  "#dddcd4",
  "#d0cfc6",
  "#b6b8b3",
  "#979d9d",
  "#7b8387",
  "#535d63",
  "#353d42",
  "#1c2226",
];
const dark: MantineColorsTuple = [
  "#e9ecec",
  "#c3cacd",
  "#a3adb2",
  "#737e85",
  "#3a4248",
  "#2d3338",
  "#23282c",
  "#1a1e21",
  "#15181b",
  "#0e1113",
];

/** Our tokens drawn by Mantine's components. */
export const mantineTheme = createTheme({
  primaryColor: "accent",
  colors: { accent, gray, dark },
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
        padding: "lg",
        overlayProps: { backgroundOpacity: 1, color: "var(--v-overlay)" },
      },
    }),
    Drawer: Drawer.extend({
      defaultProps: {
        lockScroll: false,
        padding: "md",
        overlayProps: { backgroundOpacity: 1, color: "var(--v-overlay)" },
      },
    }),
    // Inside the page's landmarks, and inside whatever fills the screen.
    Menu: Menu.extend({
      defaultProps: { withinPortal: false, withInitialFocusPlaceholder: false },
    }),
    Tooltip: Tooltip.extend({
      defaultProps: { openDelay: 350, withArrow: true, withinPortal: false },
    }),
  },
});

/** Mantine's variables take their values from our roles. It sets its own per scheme, so ours stand in both. */
const roles = {
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
  "--mantine-color-red-text": "var(--v-danger-ink)",
  "--mantine-color-red-filled": "var(--v-danger)",
  "--mantine-color-red-filled-hover": "var(--v-danger-hover)",
  "--mantine-color-red-light": "var(--v-danger-soft)",
  "--mantine-color-red-light-hover": "var(--v-danger-soft)",
  "--mantine-color-red-light-color": "var(--v-danger-ink)",
  "--mantine-shadow-xs": "var(--v-shadow-low)",
  "--mantine-shadow-sm": "var(--v-shadow-low)",
  "--mantine-shadow-md": "var(--v-shadow-high)",
  "--mantine-shadow-lg": "var(--v-shadow-high)",
  "--mantine-shadow-xl": "var(--v-shadow-high)",
} as const;

export const mantineVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: roles,
  dark: roles,
});

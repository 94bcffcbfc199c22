import { DEVICE_HEADER, DEVICE_PARAMETER } from "@veche/contracts";

const ownWindow =
  "(display-mode: standalone), (display-mode: minimal-ui), (display-mode: window-controls-overlay)";

/** Does this page run in a window of its own, installed as an application? Only then it names itself one (C10). */
const isInstalledApp = (): boolean =>
  // Tests of plain logic run without a window.
  (globalThis as Partial<typeof globalThis>).matchMedia?.(ownWindow).matches ??
  false;

/** What every request says of the device; a browser says nothing of its own. */
export const deviceHeaders = (): Readonly<Record<string, string>> =>
  isInstalledApp() ? { [DEVICE_HEADER]: "app" } : {};

/** The same for an address: pictures, sockets, downloads. */
export const withDevice = (address: string): string =>
  isInstalledApp()
    ? `${address}${address.includes("?") ? "&" : "?"}${DEVICE_PARAMETER}=app`
    : address;

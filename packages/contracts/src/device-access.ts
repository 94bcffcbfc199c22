/** What somebody looks through: a browser window, or the application installed on its own. */
export const deviceClasses = [
  "desktop_browser",
  "mobile_browser",
  "app",
] as const;
export type DeviceClass = (typeof deviceClasses)[number];

/** Said by the installed application with its requests; a browser's class is told from its own words. */
export const DEVICE_HEADER = "veche-device";
/** The same in addresses, where no header can be sent: sockets, pictures. */
export const DEVICE_PARAMETER = "device";

/**
 * May what is said be shown on this device (C10)? Null: on none in particular, so only where every class may.
 * The one rule for every path by which words leave a conversation.
 */
export const isOpenOn = (
  confidentiality: { readonly allowedDevices: readonly DeviceClass[] } | null,
  device: DeviceClass | null,
): boolean =>
  confidentiality === null ||
  confidentiality.allowedDevices.length === deviceClasses.length ||
  (device !== null && confidentiality.allowedDevices.includes(device));

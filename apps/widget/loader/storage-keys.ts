/** Names of what the widget keeps in the site's own storage; the loader and the chat part agree here. */
export const storageKeys = (siteKey: string) => ({
  /** The visitor token: shared by the site's tabs. */
  visitor: `veche:${siteKey}:visitor`,
  /** Names this browser profile to the server. */
  device: "veche:device",
  /** The call this tab is in: kept by the tab alone. */
  call: `veche:${siteKey}:call`,
  /** Whether the panel was open, so that it is open on the next page too: kept by the tab alone. */
  panel: `veche:${siteKey}:panel`,
  /** A request asked for and not yet acknowledged, so that asking again after a reload is the same request. */
  asked: `veche:${siteKey}:asked`,
  /** Chosen camera, microphone and speaker. */
  devices: "veche:devices",
});
export type StorageKeys = ReturnType<typeof storageKeys>;

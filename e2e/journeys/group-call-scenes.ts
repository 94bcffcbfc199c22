import { waitUntil, type ChromiumScreen } from "@veche/test-world";

/** Names of what is pressed in a group's call. */
export const groupCall = {
  call: { role: "button", name: "Video call" },
  join: { role: "button", name: "Join" },
  leave: { role: "button", name: "Leave the call" },
  endForAll: { role: "button", name: "End for all" },
  endYes: { role: "button", name: "End the call" },
} as const;

/** Frames shown of each of the others, by the name on their picture. */
const shown = (screen: ChromiumScreen): Promise<Record<string, number>> =>
  screen.evaluate(`Object.fromEntries(
    [...document.querySelectorAll("video:not([data-own='true'])")]
      .map((video) => [video.getAttribute("aria-label"), video.getVideoPlaybackQuality().totalVideoFrames]))`);

/** The pictures of so many others go on: each is seen to move on three times. */
export async function sees(
  screen: ChromiumScreen,
  others: number,
): Promise<void> {
  let before: Record<string, number> = {};
  const moves = new Map<string, number>();
  await waitUntil(
    `${others} pictures that go on`,
    async () => {
      const frames = await shown(screen);
      for (const [name, count] of Object.entries(frames))
        if (count > (before[name] ?? count))
          moves.set(name, (moves.get(name) ?? 0) + 1);
      before = frames;
      const names = Object.keys(frames);
      return (
        names.length === others &&
        names.every((name) => (moves.get(name) ?? 0) >= 3)
      );
    },
    { timeoutMs: 120_000, everyMs: 300 },
  );
}

import type { ChromiumScreen } from "@veche/test-world";

const hours = 9;
const mostAhead = 12;

/**
 * A time zone in which it is about nine in the morning now: whatever is planned for later today is still to come, and
 * no day ends in the middle of a journey, whenever that runs.
 */
export function morningZone(): string {
  const ahead = hours - new Date().getUTCHours();
  // Zones reach from twelve hours behind to fourteen ahead, and their names count the other way.
  const offset = ahead < -mostAhead ? ahead + 24 : ahead;
  return `Etc/GMT${offset > 0 ? "-" : "+"}${String(Math.abs(offset))}`;
}

/** The page's clock shows the time of that zone from now on. */
export async function liveInTheMorning({
  page,
}: ChromiumScreen): Promise<void> {
  const devTools = await page.context().newCDPSession(page);
  await devTools.send("Emulation.setTimezoneOverride", {
    timezoneId: morningZone(),
  });
}

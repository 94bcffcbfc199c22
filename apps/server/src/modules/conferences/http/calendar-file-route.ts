import type { FileRoute } from "../../../platform/http/file-route.ts";
import type { ConferencePowers } from "../conference-powers.ts";
import { readFeed } from "../use-cases/calendar-feed.ts";

const suffix = ".ics";

/** A person's calendar, for the programs that subscribe to it. */
export const calendarFile = (powers: ConferencePowers): FileRoute => ({
  path: "/calendar/:file",
  cached: "never",
  async find({ file = "" }) {
    if (!file.endsWith(suffix)) return undefined;
    const content = await readFeed(powers, file.slice(0, -suffix.length));
    return content === undefined
      ? undefined
      : {
          contentType: "text/calendar; charset=utf-8",
          bytes: Buffer.from(content),
        };
  },
});

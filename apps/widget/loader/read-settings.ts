import type { WidgetSettings } from "@veche/contracts";

interface SettingsPowers {
  /** Null: the server does not know this site. Rejects when the server cannot be reached. */
  readonly readSettings: (url: string) => Promise<WidgetSettings | null>;
  readonly report: (message: string) => void;
  readonly wait: (delayMs: number) => Promise<void>;
}

const lastDelayMs = 60_000;
const retryDelaysMs = [2000, 5000, 15_000];

/** Asks until the server answers: a launcher that cannot do anything is not drawn. */
export async function readSettingsUntilKnown(
  url: string,
  { readSettings, report, wait }: SettingsPowers,
): Promise<WidgetSettings> {
  for (let attempt = 0; ; attempt += 1) {
    const settings = await readSettings(url).catch(
      () => "unreachable" as const,
    );
    if (settings === null)
      throw new Error("this site is not registered with the server");
    if (settings !== "unreachable") return settings;
    // Browsers hide which of the two it is.
    if (attempt === 0)
      report(
        "the server cannot be reached, or this page's origin is not on the site's list; trying on",
      );
    await wait(retryDelaysMs[attempt] ?? lastDelayMs);
  }
}

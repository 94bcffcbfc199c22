import type { WidgetSettings } from "@veche/contracts";
import { createFace } from "./create-face.ts";
import { createEventList } from "./event-list.ts";
import type { EmitWidgetEvent, Frame, FrameModule, Memory } from "./face.ts";
import { createFrameSlot } from "./frame-slot.ts";
import { keepAttached } from "./keep-attached.ts";
import { drawLauncher, type Launcher } from "./launcher.ts";
import { languageOf, settingsPath, type LoaderOptions } from "./options.ts";
import { readSettingsUntilKnown } from "./read-settings.ts";
import { storageKeys } from "./storage-keys.ts";
import type { Said } from "./said.ts";
import type { VecheFace } from "./veche-face.ts";

export interface LoaderPowers {
  readonly page: Document;
  readonly shared: Memory;
  readonly tab: Memory;
  readonly report: (message: string, cause?: unknown) => void;
  /** Null: the server does not know this site. Rejects when the server cannot be reached. */
  readonly readSettings: (url: string) => Promise<WidgetSettings | null>;
  readonly importFrame: () => Promise<FrameModule>;
  readonly wait: (delayMs: number) => Promise<void>;
  /** Settles when the page has loaded and the browser is idle. */
  readonly whenIdle: () => Promise<void>;
}

/** Draws the launcher and brings the chat part when it is wanted or when there is something to resume. */
export function startLoader(
  options: LoaderOptions,
  powers: LoaderPowers,
): VecheFace {
  const { page, report, whenIdle } = powers;
  const { emit, on } = createEventList(report);
  const said: Said = {
    language: options.language ?? languageOf(page.documentElement.lang),
    identityToken: null,
  };
  const launcher = raiseLauncher(options, powers, {
    said,
    onPress: () => face.open(),
  });
  const slot = createFrameSlot(
    () => mountFrame({ options, powers, emit, said, launcher }),
    report,
  );
  const useWhenIdle = (act: (frame: Frame) => void) =>
    void whenIdle().then(() => slot.use(act));
  const forget = () => forgetVisitor(options.siteKey, powers);
  const face = createFace({
    said,
    launcher,
    slot,
    on,
    report,
    useWhenIdle,
    forgetVisitor: forget,
  });

  launcher.then(
    () => emit("ready", {}),
    (error: unknown) => report("the widget is off", error),
  );
  const resume = whatToResume(options.siteKey, powers);
  if (resume === "at-once") slot.use(() => undefined);
  if (resume === "when-idle") useWhenIdle(() => undefined);
  return face;
}

/**
 * A tab that was in a call or had the panel open goes on at once; a visitor known to this browser is connected
 * later, so that an answer is counted on the launcher and an operator's call rings (B14).
 */
function whatToResume(
  siteKey: string,
  { shared, tab }: LoaderPowers,
): "at-once" | "when-idle" | "nothing" {
  const keys = storageKeys(siteKey);
  if (tab.read(keys.call) !== null || tab.read(keys.panel) !== null)
    return "at-once";
  return shared.read(keys.visitor) === null ? "nothing" : "when-idle";
}

function forgetVisitor(siteKey: string, { shared, tab }: LoaderPowers): void {
  const keys = storageKeys(siteKey);
  for (const key of [keys.visitor, keys.asked]) shared.remove(key);
  for (const key of [keys.call, keys.panel]) tab.remove(key);
}

type DrawnLauncher = Launcher & { readonly settings: WidgetSettings };

async function raiseLauncher(
  options: LoaderOptions,
  powers: LoaderPowers,
  { said, onPress }: { readonly said: Said; readonly onPress: () => void },
): Promise<DrawnLauncher> {
  const url = options.serverUrl + settingsPath(options);
  const settings = await readSettingsUntilKnown(url, powers);
  const launcher = drawLauncher(powers.page, {
    accentColour: settings.branding.accentColour,
    language: said.language ?? settings.language,
    side: options.side,
    hasButton: options.hasLauncher,
    onPress,
  });
  keepAttached(launcher.host, powers.page);
  return { ...launcher, settings };
}

interface Mounting {
  readonly options: LoaderOptions;
  readonly powers: LoaderPowers;
  readonly emit: EmitWidgetEvent;
  readonly said: Said;
  readonly launcher: Promise<DrawnLauncher>;
}

async function mountFrame({
  options,
  powers,
  emit,
  said,
  launcher,
}: Mounting): Promise<Frame> {
  const { root, settings, show, focus } = await launcher;
  const part = await powers.importFrame();
  return part.mountFrame({
    ...options,
    settingsPath: settingsPath(options),
    root,
    settings,
    language: said.language ?? settings.language,
    shared: powers.shared,
    tab: powers.tab,
    identityToken: said.identityToken,
    emit,
    showLauncher: show,
    focusLauncher: focus,
  });
}

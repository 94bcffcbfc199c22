import { readdir } from "node:fs/promises";
import { join } from "node:path";
import {
  libraryEndpoints,
  type Composition,
  type RecordingId,
} from "@veche/contracts";
import {
  openChromium,
  waitUntil,
  type ChromiumScreen,
  type Person,
  type World,
} from "@veche/test-world";
import { beaterScript, type Beater } from "./flash-and-beep.ts";

/** Names of what is pressed in a recorded call. */
export const recordedCall = {
  begin: { role: "button", name: "Video call" },
  join: { role: "button", name: "Join" },
  leave: { role: "button", name: "Leave the call" },
  cameraOff: { role: "button", name: "Turn the camera off" },
  cameraOn: { role: "button", name: "Turn the camera on" },
  shrink: { role: "button", name: "Make the call small" },
  consent: { role: "button", name: "My consent" },
  withdraw: { role: "button", name: "Withdraw my consent" },
} as const;

/** Three who can be told apart in a film wherever the layout puts them. */
export const beaters = [
  { colour: "red", hertz: 500, phaseMs: 0 },
  { colour: "green", hertz: 1_100, phaseMs: 500 },
  { colour: "blue", hertz: 1_900, phaseMs: 1_000 },
] as const satisfies readonly Beater[];

/** A browser whose camera flashes and whose microphone beeps. */
export async function openBeater(beater: Beater): Promise<ChromiumScreen> {
  const screen = await openChromium({ size: { width: 1024, height: 720 } });
  await screen.page.addInitScript(beaterScript(beater));
  return screen;
}

/** Settles when this person has flashed and beeped so often from now on. */
export async function beats(
  { evaluate }: ChromiumScreen,
  count: number,
): Promise<void> {
  const before = await evaluate<number>("vecheBeats");
  await waitUntil(
    `${count} more beats`,
    async () => (await evaluate<number>("vecheBeats")) >= before + count,
    { everyMs: 50, timeoutMs: 120_000 },
  );
}

export async function startsRecording({
  page,
  press,
}: ChromiumScreen): Promise<void> {
  await press({ role: "button", name: "Record the call" });
  await page.getByLabel("To teach the staff").check();
  await press({ role: "button", name: "Start recording" });
}

/** Says yes to one of the purposes, and sees that it counts. */
export async function agrees(
  screen: ChromiumScreen,
  purpose = "To teach the staff",
): Promise<void> {
  await screen.see("May your voice and picture be recorded?");
  await screen.page.getByLabel(purpose).check();
  await screen.press({ role: "button", name: "Agree to what is ticked" });
  await screen.see("You are recorded.");
}

export async function stopsRecording({ press }: ChromiumScreen): Promise<void> {
  await press({ role: "button", name: "Stop recording" });
  await press({ role: "button", name: "Stop for everybody" });
}

/** The one recording there is, once it can be watched. */
export const playable = (admin: Person): Promise<RecordingId> =>
  waitUntil(
    "a recording that can be watched",
    async () => {
      const { recordings } = await admin.call(libraryEndpoints.listRecordings, {
        query: {},
      });
      return recordings.find(({ state }) => state === "playable")?.id;
    },
    { timeoutMs: 120_000, everyMs: 200 },
  );

/** Has everybody's film made. */
export const wishFilm = (
  admin: Person,
  recordingId: RecordingId,
): Promise<Composition> =>
  admin.call(libraryEndpoints.requestComposition, {
    params: { recordingId },
    body: { layout: "grid", format: "mp4", language: "en" },
  });

/** Settles when the film has come so far. */
export const filmIs = (
  admin: Person,
  recordingId: RecordingId,
  state: Composition["state"],
): Promise<Composition> =>
  waitUntil(
    `a film that is ${state}`,
    async () => {
      const { compositions } = await admin.call(
        libraryEndpoints.openRecording,
        { params: { recordingId } },
      );
      return compositions.find((one) => one.state === state);
    },
    { timeoutMs: 150_000, everyMs: 100 },
  );

/** Files of a film, whole ones and others. */
export async function filesOf(
  world: World,
  recordingId: RecordingId,
  { id }: Composition,
): Promise<readonly string[]> {
  const folder = join(world.server.dataDir, "library", recordingId);
  const names = await readdir(folder);
  return names
    .filter((name) => name.startsWith(id))
    .map((name) => join(folder, name));
}

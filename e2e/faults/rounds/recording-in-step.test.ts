import { startWorld, type World } from "@veche/test-world";
import { afterAll, beforeAll, expect, it } from "vitest";
import { desk } from "../../journeys/cast.ts";
import { threeAt } from "../../journeys/chat-scenes.ts";
import {
  beatsIn,
  distances,
  inStep,
  type Beats,
} from "../../journeys/flash-and-beep.ts";
import {
  agrees,
  beaters,
  beats,
  filesOf,
  filmIs,
  openBeater,
  playable,
  recordedCall as call,
  startsRecording,
  stopsRecording,
  wishFilm,
} from "../../journeys/recording-scenes.ts";

let world: World;
beforeAll(async () => {
  world = await startWorld({ env: { JANUS_ENABLED: "auto" } });
});
afterAll(() => world[Symbol.asyncDispose]());

/** At the start, in the middle and at the end. */
function expectInStep(found: readonly Beats[]): void {
  const told = JSON.stringify(found);
  const pairs = found
    .flatMap(distances)
    .toSorted((one, other) => one.atMs - other.atMs);
  const third = Math.ceil(pairs.length / 3);
  for (const place of [0, 1, 2]) {
    const apart = pairs
      .slice(place * third, (place + 1) * third)
      .map(({ byMs }) => Math.abs(byMs))
      .toSorted((one, other) => one - other);
    expect(apart.length, told).toBeGreaterThanOrEqual(3);
    expect(apart[Math.floor(apart.length / 2)], told).toBeLessThanOrEqual(
      inStep.median,
    );
    expect(apart.at(-1), told).toBeLessThanOrEqual(inStep.worst);
  }
}

it("flash and beep stand together in a film, through a mute, a camera that was off and somebody who came late", async () => {
  await using anna = await openBeater(beaters[0]);
  await using boris = await openBeater(beaters[1]);
  await using vera = await openBeater(beaters[2]);
  await threeAt([anna, boris, vera], world);

  await anna.press(call.begin);
  await boris.press(desk.accept);
  await startsRecording(anna);
  await agrees(boris);
  await beats(anna, 3);
  await boris.press(desk.mute);
  await beats(boris, 4);
  await boris.press(desk.unmute);
  await anna.press(call.cameraOff);
  await beats(anna, 4);
  await anna.press(call.cameraOn);
  await vera.press(desk.decline);
  await vera.press(call.join);
  await agrees(vera);
  await beats(vera, 6);
  await stopsRecording(anna);
  for (const screen of [anna, boris, vera]) await screen.press(call.leave);

  using admin = await world.user("admin");
  const recordingId = await playable(admin);
  const film = await wishFilm(admin, recordingId);
  await filmIs(admin, recordingId, "ready");
  const [file] = await filesOf(world, recordingId, film);
  const found = beatsIn(file!, beaters);
  const told = JSON.stringify(found);
  const [ofAnna, ofBoris, ofVera] = found;
  // What was switched off is not there, and what went on beside it is.
  expect(ofAnna!.beeps.length, told).toBeGreaterThan(
    ofAnna!.flashes.length + 1,
  );
  expect(ofBoris!.flashes.length, told).toBeGreaterThan(
    ofBoris!.beeps.length + 1,
  );
  expect(ofVera!.flashes[0], told).toBeGreaterThan(ofAnna!.flashes[2]!);
  expectInStep(found);
});

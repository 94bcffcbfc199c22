import { startWorld, type World } from "@veche/test-world";
import { afterAll, beforeAll, expect, it } from "vitest";
import { desk } from "../../journeys/cast.ts";
import { threeAt } from "../../journeys/chat-scenes.ts";
import { beatsIn, distances, inStep } from "../../journeys/flash-and-beep.ts";
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
import { killMediaServer } from "../injections/kill-media-server.ts";

let world: World;
beforeAll(async () => {
  world = await startWorld({ env: { JANUS_ENABLED: "auto" } });
});
afterAll(() => world[Symbol.asyncDispose]());

it("F18: a recording outlives its media server, and its film the server: whole, in step, without whoever withdrew", async () => {
  await using anna = await openBeater(beaters[0]);
  await using boris = await openBeater(beaters[1]);
  await using vera = await openBeater(beaters[2]);
  await threeAt([anna, boris, vera], world);

  await anna.press(call.begin);
  await boris.press(desk.accept);
  const recordedSince = performance.now();
  await startsRecording(anna);
  await agrees(boris);
  await vera.press(desk.decline);
  await vera.press(call.join);
  await agrees(vera);
  await beats(vera, 3);
  await vera.press(call.shrink);
  await vera.press(call.consent);
  await vera.press(call.withdraw);
  await beats(boris, 2);
  /** No earlier than where the death is in the film. */
  const diedAtMs = performance.now() - recordedSince;
  await killMediaServer(world);
  await beats(boris, 10);
  await stopsRecording(anna);
  for (const screen of [anna, boris]) await screen.press(call.leave);

  const admin = await world.user("admin");
  const recordingId = await playable(admin);
  const film = await wishFilm(admin, recordingId);
  await filmIs(admin, recordingId, "working");
  await world.server.kill();
  await world.server.start();
  await filmIs(admin, recordingId, "ready");

  const files = await filesOf(world, recordingId, film);
  expect(files).toHaveLength(1);
  const found = beatsIn(files[0]!, beaters);
  const told = JSON.stringify(found);
  const [ofAnna, ofBoris, ofVera] = found;
  expect(ofVera, told).toEqual({ flashes: [], beeps: [] });
  for (const of of [ofAnna!, ofBoris!]) {
    const apart = distances(of).map(({ byMs }) => Math.abs(byMs));
    expect(apart.length, told).toBeGreaterThanOrEqual(6);
    expect(Math.max(...apart), told).toBeLessThanOrEqual(inStep.worst);
    // There is something before the death and after the return: neither picture nor voice ends with it.
    for (const row of [of.flashes, of.beeps]) {
      expect(row[0], told).toBeLessThan(diedAtMs);
      expect(row.at(-1), told).toBeGreaterThan(diedAtMs + 3_000);
    }
  }
  admin[Symbol.dispose]();
});

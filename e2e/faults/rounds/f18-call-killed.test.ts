import { callRecordEndpoints } from "@veche/contracts";
import {
  openChromium,
  startWorld,
  waitUntil,
  type World,
} from "@veche/test-world";
import { afterAll, beforeAll, expect, it } from "vitest";
import { desk } from "../../journeys/cast.ts";
import { threeAt } from "../../journeys/chat-scenes.ts";
import { groupCall, sees } from "../../journeys/group-call-scenes.ts";
import { isTimed } from "../../timed.ts";
import { killMediaServer } from "../injections/kill-media-server.ts";

let world: World;
beforeAll(async () => {
  world = await startWorld({ env: { JANUS_ENABLED: "auto" } });
});
afterAll(() => world[Symbol.asyncDispose]());

/** Beside other browsers nothing comes back within seconds; that it comes back is what counts then. */
const backWithinMs = isTimed ? 5_000 : 60_000;

it("F18: a call outlives its media server and the server, all are back within seconds, and it is one call in the records", async () => {
  await using anna = await openChromium();
  await using boris = await openChromium();
  await using vera = await openChromium();
  const all = [anna, boris, vera] as const;
  await threeAt(all, world);
  await anna.press(groupCall.call);
  await boris.press(desk.accept);
  await vera.press(desk.decline);
  await vera.press(groupCall.join);
  const allSeeAll = () => Promise.all(all.map((screen) => sees(screen, 2)));
  await allSeeAll();

  const mediaServerDiedAt = performance.now();
  await killMediaServer(world);
  await allSeeAll();
  const afterMediaServerMs = performance.now() - mediaServerDiedAt;
  await world.server.kill();
  await world.server.start();
  const serverIsBackAt = performance.now();
  await allSeeAll();
  const afterServerMs = performance.now() - serverIsBackAt;
  console.log(
    `all see all ${afterMediaServerMs.toFixed(0)} ms after the media server's death, ${afterServerMs.toFixed(0)} ms after the server is back`,
  );
  expect(afterMediaServerMs).toBeLessThanOrEqual(backWithinMs);
  expect(afterServerMs).toBeLessThanOrEqual(backWithinMs);

  await anna.press(groupCall.endForAll);
  await anna.press(groupCall.endYes);
  using admin = await world.user("admin");
  const records = await waitUntil("a record of the call", async () => {
    const answer = await admin.call(callRecordEndpoints.listCallRecords, {
      query: { limit: 10 },
    });
    return answer.records.length > 0 ? answer.records : undefined;
  });
  expect(records).toHaveLength(1);
});

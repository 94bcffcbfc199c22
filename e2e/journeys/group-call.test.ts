import {
  openChromium,
  startWorld,
  waitUntil,
  type World,
} from "@veche/test-world";
import { afterAll, beforeAll, expect, it } from "vitest";
import { desk } from "./cast.ts";
import { threeAt } from "./chat-scenes.ts";
import { groupCall, sees } from "./group-call-scenes.ts";

let world: World;
beforeAll(async () => {
  world = await startWorld({ env: { JANUS_ENABLED: "auto" } });
});
afterAll(() => world[Symbol.asyncDispose]());

const group = {
  ...groupCall,
  people: { role: "button", name: "Participants" },
  speaker: { role: "button", name: "Show large who speaks" },
  shrink: { role: "button", name: "Make the call small" },
} as const;

it("a call begun in a group moves to the media server with the third; who leaves leaves the others talking; both deaths are survived", async () => {
  await using anna = await openChromium();
  await using boris = await openChromium();
  await using vera = await openChromium();
  const all = [anna, boris, vera] as const;
  await threeAt(all, world);

  await anna.press(group.call);
  await anna.see("Nobody else is here yet");
  await boris.see("Calls into “Spring shop”");
  await vera.seeControl(desk.decline);
  await boris.shot("group-call-rings");
  await boris.press(desk.accept);
  await Promise.all([sees(anna, 1), sees(boris, 1)]);

  await vera.see(/In the call: .*Boris/);
  await vera.press(desk.decline);
  await vera.see(/A call is going on/);
  await vera.press(group.join);
  await Promise.all(all.map((screen) => sees(screen, 2)));
  await anna.press(group.people);
  await anna.see("3 participants");
  await anna.shot("group-call-grid");
  await boris.press(group.speaker);
  await boris.shot("group-call-speaker");

  const janus = world.server.mediaServerProcessId();
  expect(janus).toBeDefined();
  process.kill(janus!, "SIGKILL");
  await waitUntil("another media server", () => {
    const now = world.server.mediaServerProcessId();
    return now !== undefined && now !== janus;
  });
  await Promise.all(all.map((screen) => sees(screen, 2)));

  await world.server.kill();
  await world.server.start();
  await Promise.all(all.map((screen) => sees(screen, 2)));

  await anna.press(group.shrink);
  await anna.shot("group-call-small");
  await vera.press(group.leave);
  await Promise.all([sees(anna, 1), sees(boris, 1)]);
  await vera.see(/A call is going on: .*Boris/);
  await anna.press(group.endForAll);
  await anna.press(group.endYes);
  await boris.seeControl(group.call);
  await vera.seeControl(group.call);
  const problems = all
    .flatMap((screen) => screen.problems())
    // The browser's own word while the server was dead.
    .filter((words) => !words.includes("ERR_CONNECTION_REFUSED"));
  expect(problems).toEqual([]);
});

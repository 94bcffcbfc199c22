import { describe, expect, it } from "vitest";
import type { Presence, User } from "@veche/contracts";
import {
  openDirectory,
  type DirectoryWorld,
} from "../../../tests/directory.ts";

async function openOffice() {
  const world = await openDirectory();
  const anna = await world.hire("anna", "Anna");
  const boris = await world.hire("boris", "Boris");
  await world.directory.start();
  world.connect(boris);
  return { world, anna, boris };
}

const look = async (
  world: DirectoryWorld,
  viewer: User,
  ...at: readonly User[]
): Promise<readonly Presence[]> => {
  const userIds = at.map(({ id }) => id);
  const { presences } = await world.command(viewer, "presence.watch", {
    userIds,
  });
  return presences;
};

/** What the viewers were told since the last look: state by state. */
async function toldStates(world: DirectoryWorld) {
  return (await world.told()).flatMap(({ to, notice }) =>
    notice.type === "presence.changed"
      ? notice.presences.map(({ state }) => `${to}: ${state}`)
      : [],
  );
}

describe("presence (E10, C19)", () => {
  it("is told to whoever looks: online on coming, offline some seconds after going", async () => {
    const { world, anna, boris } = await openOffice();
    await using _world = world;
    const [before] = await look(world, boris, anna);
    expect(before).toMatchObject({ state: "offline", lastSeenAt: null });
    world.connect(anna);
    expect(await toldStates(world)).toEqual(["line of boris: online"]);
    world.disconnect(anna);
    const goneAt = world.clock.now();
    expect(await toldStates(world)).toEqual([]);
    world.clock.advance(8_000);
    expect(await toldStates(world)).toEqual(["line of boris: offline"]);
    const [after] = await look(world, boris, anna);
    expect(after?.lastSeenAt).not.toBeNull();
    expect(Date.parse(after?.lastSeenAt ?? "") - goneAt.getTime()).toBeLessThan(
      1_000,
    );
  });

  it("says nothing of a page that is loaded again", async () => {
    const { world, anna, boris } = await openOffice();
    await using _world = world;
    world.connect(anna);
    await look(world, boris, anna);
    world.disconnect(anna);
    world.clock.advance(3_000);
    world.connect(anna);
    world.clock.advance(20_000);
    expect(await toldStates(world)).toEqual([]);
  });

  it("is told to nobody who does not look, and no longer to who looked elsewhere or left", async () => {
    const { world, anna, boris } = await openOffice();
    await using _world = world;
    world.connect(anna);
    expect(await toldStates(world)).toEqual([]);
    await look(world, boris, anna);
    await look(world, boris, boris);
    world.disconnect(anna);
    world.clock.advance(8_000);
    expect(await toldStates(world)).toEqual([]);
    await look(world, boris, anna);
    world.disconnect(boris);
    world.connect(anna);
    expect(await toldStates(world)).toEqual([]);
  });

  it("is away when no device is touched, and back with the first touch", async () => {
    const { world, anna, boris } = await openOffice();
    await using _world = world;
    world.connect(anna);
    await look(world, boris, anna);
    await world.command(anna, "presence.report", { isActive: false });
    expect(await toldStates(world)).toEqual(["line of boris: away"]);
    await world.command(anna, "presence.report", { isActive: true });
    expect(await toldStates(world)).toEqual(["line of boris: online"]);
  });

  it("is what was chosen, until the moment that was chosen", async () => {
    const { world, anna, boris } = await openOffice();
    await using _world = world;
    world.connect(anna);
    await look(world, boris, anna);
    const until = new Date(world.clock.now().getTime() + 60_000).toISOString();
    const text = "  в дороге ";
    const mine = await world.command(anna, "status.set", {
      state: "do_not_disturb",
      text,
      until,
    });
    expect(mine).toMatchObject({
      state: "do_not_disturb",
      text: "в дороге",
      until,
    });
    expect(await toldStates(world)).toEqual(["line of boris: do_not_disturb"]);
    world.clock.advance(60_000);
    expect(await world.directory.presencesOf([anna.id])).toMatchObject([
      { state: "online", text: null, until: null },
    ]);
    expect(await toldStates(world)).toEqual(["line of boris: online"]);
  });

  it("refuses a moment that is over", async () => {
    const { world, anna } = await openOffice();
    await using _world = world;
    const until = world.clock.now().toISOString();
    await expect(
      world.command(anna, "status.set", { state: "away", text: null, until }),
    ).rejects.toMatchObject({ code: "request.invalid" });
  });

  it("hides whoever wants to look offline: no call, no later last look", async () => {
    const { world, anna, boris } = await openOffice();
    await using _world = world;
    world.connect(anna);
    const hiddenAt = world.clock.now().toISOString();
    await world.command(anna, "status.set", {
      state: "offline",
      text: null,
      until: null,
    });
    world.inCalls.add(anna.id);
    world.test.bus.dispatch([{ type: "call.changed", callId: "x" as never }]);
    world.clock.advance(60_000);
    await world.told();
    world.disconnect(anna);
    world.clock.advance(60_000);
    await world.told();
    expect(await look(world, boris, anna)).toMatchObject([
      { state: "offline", isInCall: false, lastSeenAt: hiddenAt },
    ]);
  });

  it("says who is in a call", async () => {
    const { world, anna, boris } = await openOffice();
    await using _world = world;
    world.connect(anna);
    await look(world, boris, anna);
    world.inCalls.add(anna.id);
    world.test.bus.dispatch([{ type: "call.changed", callId: "x" as never }]);
    expect((await world.told()).at(-1)?.notice).toMatchObject({
      presences: [{ userId: anna.id, isInCall: true, state: "online" }],
    });
  });

  it("is one notice for what changed together", async () => {
    const { world, anna, boris } = await openOffice();
    await using _world = world;
    const others = await Promise.all(
      ["c1", "c2", "c3"].map((login) => world.hire(login, login)),
    );
    await look(world, boris, anna, ...others);
    for (const user of others) world.connect(user);
    const told = await world.told();
    expect(told).toHaveLength(1);
    expect(told[0]?.notice).toMatchObject({ presences: { length: 3 } });
  });
});

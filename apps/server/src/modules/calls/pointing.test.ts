import { expect, it } from "vitest";
import type { CallId, Pointing } from "@veche/contracts";
import {
  allOn,
  newClientId,
  newJoinId,
  openService,
  type ServiceWorld,
  type Window,
} from "../../../tests/contact-centre.ts";
import { callAt, refusal, serve } from "../../../tests/service-scenes.ts";
import type { UserPrincipal } from "../../platform/principal.ts";

const line: Pointing = {
  kind: "line",
  strokeId: 1,
  points: [
    [0, 0],
    [1, 1],
  ],
};
const wiped = (whose: "mine" | "everybody"): Pointing => ({
  kind: "wiped",
  whose,
});

/** This one's screen is shown to the others. */
async function showScreen(who: Window): Promise<void> {
  const { id: callId, participants } = callAt(who);
  const seat = participants.find((one) => one.principalId === who.principal.id);
  await who.send("call.set_media", {
    callId,
    joinId: seat!.joinId!,
    mediaState: { ...allOn, screen: true },
  });
}

/** Boris shows his screen in a call of a group that Anna keeps; Vera is there, too. */
async function shownInGroup(world: ServiceWorld) {
  // Staff of the service world are users.
  const [anna, boris, vera] = ["Anna", "Boris", "Vera"].map(
    (name) => world.operator(name) as UserPrincipal,
  );
  const { id: conversationId } = await world.chats.createGroup({
    actor: { id: anna!.id, name: anna!.name, address: null },
    owner: anna!,
    title: "Works",
    memberIds: [],
  });
  for (const one of [boris!, vera!]) await world.addMember(conversationId, one);
  const keeper = await world.open(anna!);
  const seat = { mediaState: allOn, joinId: newJoinId() };
  const { call } = await keeper.send("call.start", {
    ...{ ...seat, conversationId, media: "video", clientId: newClientId() },
  });
  const come = async (person: UserPrincipal) => {
    const window = await world.open(person);
    const joinId = newJoinId();
    const callId = call.id;
    await window.send("call.join", {
      ...{ callId, joinId, mediaState: allOn, takeOver: false },
    });
    return window;
  };
  const owner = await come(boris!);
  const viewer = await come(vera!);
  await world.settle();
  await showScreen(owner);
  await world.settle();
  return { callId: call.id, keeper, owner, viewer };
}

const pointingAt =
  (callId: CallId, { principal }: Window) =>
  (who: Window, pointing: Pointing) =>
    refusal(
      who.send("floor.point", { callId, ownerId: principal.id, pointing }),
    );

it("what is drawn is wiped by who drew it, all of it by who shows the screen or keeps order", async () => {
  await using world = await openService();
  const { callId, keeper, owner, viewer } = await shownInGroup(world);
  const point = pointingAt(callId, owner);
  expect(await point(viewer, line)).toBe("done");
  expect(await point(viewer, wiped("mine"))).toBe("done");
  expect(await point(viewer, wiped("everybody"))).toBe("auth.forbidden");
  expect(await point(owner, wiped("everybody"))).toBe("done");
  expect(await point(keeper, wiped("everybody"))).toBe("done");
  expect(viewer.last("floor.pointed")).toMatchObject({
    principalId: keeper.principal.id,
    pointing: wiped("everybody"),
  });
});

it("words that a program hears are told to those in the call, and only of who is in it", async () => {
  await using world = await openService();
  const { callId, keeper, owner, viewer } = await shownInGroup(world);
  const outside = await world.open(world.operator("Oleg"));
  const { conversationId } = callAt(keeper);
  const caption = { captionId: 1, text: "Good morning", isFinal: false };
  const hear = ({ principal }: Window) =>
    refusal(
      world.calls.captionFor({
        ...{ conversationId, principalId: principal.id, caption },
      }),
    );
  expect(await hear(owner)).toBe("done");
  expect(viewer.last("floor.captioned")).toMatchObject({
    ...{ callId, principalId: owner.principal.id, caption },
  });
  expect(outside.all("floor.captioned")).toEqual([]);
  expect(await hear(outside)).toBe("request.conflict");
  await keeper.send("call.end", { callId });
  expect(await hear(owner)).toBe("request.conflict");
});

it("a customer draws over an operator's screen; nobody from another call does, and nothing of it is told outside", async () => {
  await using world = await openService();
  const { customer, operator } = await serve(world);
  const stranger = await world.visitor("Carla");
  const { id: callId } = callAt(customer);
  const point = pointingAt(callId, operator);
  expect(await point(customer, line)).toBe("request.conflict");
  await showScreen(operator);
  await world.settle();
  expect(await point(customer, line)).toBe("done");
  expect(operator.last("floor.pointed")).toMatchObject({
    principalId: customer.principal.id,
    pointing: line,
  });
  expect(await point(customer, wiped("everybody"))).toBe("auth.forbidden");
  expect(await point(operator, wiped("everybody"))).toBe("done");
  expect(await point(stranger, line)).toBe("request.not_found");
  expect(stranger.all("floor.pointed")).toEqual([]);
  expect(
    await refusal(customer.send("floor.react", { callId, reaction: "👏" })),
  ).toBe("request.not_found");
});

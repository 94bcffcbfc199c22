import { describe, expect, it } from "vitest";
import {
  newJoinId,
  nothingOn,
  openService,
  type ServiceWorld,
  type Window,
} from "../../../tests/contact-centre.ts";
import { refusal, serve, type Session } from "../../../tests/service-scenes.ts";
import { defaultQueueId } from "./powers.ts";

const supervisorOf = (world: ServiceWorld): Promise<Window> =>
  world.open(world.operator("Sofia", ["employee", "supervisor"]));

const askedOf = (supervisor: Window) =>
  supervisor
    .last("help.changed")
    ?.asked.map(({ operatorName, customerName, words }) => ({
      operatorName,
      customerName,
      words,
    }));

const carl = { operatorName: "Olga", customerName: "Carl" } as const;

/** Olga serves Carl and asks for help. */
async function askForHelp(
  world: ServiceWorld,
  words: string | null = "Wants the contract cancelled",
): Promise<Session> {
  const session = await serve(world, "chat");
  const { operator, requestId } = session;
  await operator.send("request.ask_help", { requestId, words });
  await world.settle();
  return session;
}

describe("an operator who asks for help (B15)", () => {
  it("is shown to the supervisors on line, and to who comes later", async () => {
    await using world = await openService();
    const supervisor = await supervisorOf(world);
    const { operator, customer } = await askForHelp(world);
    const words = "Wants the contract cancelled";
    expect(askedOf(supervisor)).toEqual([{ ...carl, words }]);
    const later = await world.open(world.operator("Adam", ["admin"]));
    expect(askedOf(later)).toEqual([{ ...carl, words }]);
    expect(operator.last("request.changed")?.request.help?.words).toBe(words);
    expect(operator.all("help.changed")).toEqual([]);
    expect(customer.all("help.changed")).toEqual([]);
  });

  it("may say nothing, say it anew, and withdraw it", async () => {
    await using world = await openService();
    const supervisor = await supervisorOf(world);
    const { operator, requestId } = await askForHelp(world, null);
    expect(askedOf(supervisor)).toEqual([{ ...carl, words: null }]);
    const first = operator.last("request.changed")?.request.help?.since;
    await world.pass(5_000);
    const again = await operator.send("request.ask_help", {
      requestId,
      words: "  ",
    });
    expect(again.help).toEqual({ words: null, since: first });
    const without = await operator.send("request.withdraw_help", { requestId });
    await world.settle();
    expect([without.help, askedOf(supervisor)]).toEqual([null, []]);
  });

  it("asks no more when the session ends, is taken over, or is left in the queue", async () => {
    await using world = await openService();
    const supervisor = await supervisorOf(world);
    const ended = await askForHelp(world);
    await ended.customer.send("request.end", { requestId: ended.requestId });
    await world.settle();
    expect(askedOf(supervisor)).toEqual([]);
    await using another = await openService();
    const sofia = await supervisorOf(another);
    const { requestId } = await askForHelp(another);
    const { request } = await sofia.send("request.take_over", {
      requestId,
      joinId: newJoinId(),
      media: nothingOn,
    });
    await another.settle();
    expect([request.help, askedOf(sofia)]).toEqual([null, []]);
    await using third = await openService();
    const watcher = await supervisorOf(third);
    const left = await askForHelp(third);
    await left.operator.send("request.transfer", {
      requestId: left.requestId,
      to: { queueId: defaultQueueId },
      note: null,
    });
    await third.settle();
    expect(askedOf(watcher)).toHaveLength(1);
    await left.operator.send("request.leave", { requestId: left.requestId });
    await third.settle();
    expect(askedOf(watcher)).toEqual([]);
  });

  it("asks for their own session alone", async () => {
    await using world = await openService();
    const { requestId, customer } = await serve(world, "chat");
    const nina = await world.open(world.operator("Nina"));
    for (const stranger of [nina, customer])
      expect(
        await refusal(
          stranger.send("request.ask_help", { requestId, words: null }),
        ),
      ).not.toBe("done");
    const [row] = await world.test.database.db
      .selectFrom("requests")
      .select("helpAskedAt")
      .execute();
    expect(row?.helpAskedAt).toBeNull();
  });
});

import { beforeEach, describe, expect, test } from "vitest";
import type { CommandParams } from "@veche/contracts";
import { bothLive, connection, createPair, type Side } from "../tests/pair.ts";
import { settle } from "../tests/virtual-time.ts";
import { secondWithLoss } from "../tests/weak-line.ts";

let { time, room, customer, operator } = createPair();
beforeEach(() => {
  ({ time, room, customer, operator } = createPair());
});

describe("on a weak line", () => {
  // Counters only grow, from test to test as well: another connection begins wherever it is.
  let second = 0;
  const weakFor = async (side: Side, seconds: number): Promise<void> => {
    for (let count = 0; count < seconds; count += 1) {
      second += 1;
      for (const one of [customer, operator])
        connection(one).stats = secondWithLoss(second, one === side ? 0.1 : 0);
      await time.pass(1_000);
    }
  };
  const view = ({ session }: Side) => session.ladder.state.get();

  test("my picture gets smaller, then waits, and the others are told; by hand it comes back", async () => {
    await bothLive({ customer, operator });
    await time.pass(1_000);
    await weakFor(customer, 7);
    expect(view(customer).step).toBe("reduced");
    expect(connection(customer).scales()[0]).toBe(2);
    await settle();
    expect(operator.session.snapshot.get().quality.peer).toMatchObject({
      level: "weak",
      step: "reduced",
    });
    await weakFor(customer, 10);
    expect(view(customer).step).toBe("no_picture");
    await settle();
    expect(connection(customer).sending().slice(0, 2)).toEqual(["audio", null]);
    expect(room.call().participants[0]?.media).toMatchObject({
      microphone: true,
      camera: false,
    });

    customer.session.ladder.hold("full");
    await weakFor(customer, 20);
    expect(view(customer)).toEqual({ step: "full", isHeld: true });
    expect(connection(customer).sending().slice(0, 2)).toEqual([
      "audio",
      "video",
    ]);
    expect(room.call().participants[0]?.media.camera).toBe(true);
  });

  test("who wants sound alone is sent no picture by the other side until they want it again", async () => {
    await bothLive({ customer, operator });
    customer.session.ladder.hold("sound_only");
    await weakFor(customer, 3);
    await settle();
    expect(connection(operator).sending().slice(0, 2)).toEqual(["audio", null]);
    customer.session.ladder.hold("full");
    await weakFor(customer, 3);
    await settle();
    expect(connection(operator).sending().slice(0, 2)).toEqual([
      "audio",
      "video",
    ]);
  });

  test("what I take part with is told once, and again when it is another", async () => {
    await bothLive({ customer, operator });
    await weakFor(customer, 12);
    const told = customer.line.said.flatMap(({ name, params }) =>
      name === "call.report_quality"
        ? [(params as CommandParams<"call.report_quality">).equipment]
        : [],
    );
    expect(told.filter((one) => one !== undefined)).toEqual([
      { browser: "Browser 1", microphone: "audio", camera: "video" },
    ]);
  });
});

describe("on hold", () => {
  test("on hold nothing of mine goes out and the others are told so; afterwards all is as it was", async () => {
    await bothLive({ customer, operator });
    customer.session.hold(true);
    await settle();
    expect(connection(customer).sending()).toEqual([null, null, null, null]);
    expect(room.call().participants[0]?.media).toEqual({
      microphone: false,
      camera: false,
      screen: false,
    });
    await customer.media.turnOn("microphone", "camera");
    await settle();
    expect(connection(customer).sending()).toEqual([null, null, null, null]);
    customer.session.hold(false);
    await settle();
    expect(connection(customer).sending().slice(0, 2)).toEqual([
      "audio",
      "video",
    ]);
    expect(room.call().participants[0]?.media.camera).toBe(true);
  });

  test("a hold that is over at once leaves all as it was", async () => {
    await bothLive({ customer, operator });
    customer.session.hold(true);
    customer.session.hold(false);
    await settle();
    expect(connection(customer).sending().slice(0, 2)).toEqual([
      "audio",
      "video",
    ]);
  });
});

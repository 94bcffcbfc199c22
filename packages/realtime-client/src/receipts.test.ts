import { expect, test } from "vitest";
import type { ConversationId, SendCommand } from "@veche/contracts";
import { createVirtualWorld, settle } from "../tests/virtual-world.ts";
import { CommandError } from "./command-error.ts";
import { Receipts } from "./receipts.ts";

const room = (name: string): ConversationId => name as ConversationId;

/** A server that takes every receipt, or refuses the next ones. */
function receiptsTo(refusals: CommandError[] = []) {
  const world = createVirtualWorld();
  const said: object[] = [];
  const send = ((_name: string, params: object) => {
    const refusal = refusals.shift();
    if (refusal !== undefined) return Promise.reject(refusal);
    said.push(params);
    return Promise.resolve(params);
  }) as SendCommand;
  const pass = async (ms: number): Promise<void> => {
    for (let passed = 0; passed < ms; passed += 50) {
      world.pass(50);
      await settle();
    }
  };
  return { receipts: new Receipts(world.powers, send), said, pass };
}

test("a burst in one conversation is one receipt, with the furthest positions", async () => {
  const { receipts, said, pass } = receiptsTo();
  for (const seq of [1, 2, 3])
    receipts.move(room("a"), { deliveredTo: seq, readTo: seq - 1 });
  await pass(1000);
  expect(said).toEqual([{ conversationId: "a", deliveredTo: 3, readTo: 2 }]);
});

test("many busy conversations take turns: a device says four receipts a second at most", async () => {
  const { receipts, said, pass } = receiptsTo();
  for (let seq = 1; seq <= 100; seq += 1) {
    for (let index = 0; index < 10; index += 1)
      receipts.move(room(`room ${index}`), { deliveredTo: seq });
    await pass(100);
  }
  expect(said.length).toBeLessThanOrEqual(40);
  await pass(3000);
  for (let index = 0; index < 10; index += 1)
    expect(said).toContainEqual({
      conversationId: `room ${index}`,
      deliveredTo: 100,
      readTo: 0,
    });
});

test("a receipt refused for haste is said again when the server allows it", async () => {
  const { receipts, said, pass } = receiptsTo([
    new CommandError({ code: "request.rate_limited", retryAfterMs: 2000 }),
  ]);
  receipts.move(room("a"), { readTo: 7 });
  await pass(2000);
  expect(said).toEqual([]);
  await pass(500);
  expect(said).toEqual([{ conversationId: "a", deliveredTo: 7, readTo: 7 }]);
});

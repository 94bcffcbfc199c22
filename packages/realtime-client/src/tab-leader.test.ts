import { expect, test } from "vitest";
import { settle } from "../tests/virtual-world.ts";
import { createTabLeader } from "./tab-leader.ts";

/** Web Locks of one browser profile: one holder a name, the others in line. */
const fakeLocks = (): Pick<LockManager, "request"> => {
  let last: Promise<unknown> = Promise.resolve();
  const request = (
    _name: string,
    { signal }: LockOptions,
    work: LockGrantedCallback<unknown>,
  ): Promise<unknown> => {
    const turn = last.then(() => {
      if (signal?.aborted === true)
        throw new DOMException("withdrawn", "AbortError");
      return work(null);
    });
    last = turn.catch(() => undefined);
    return turn;
  };
  return { request: request as LockManager["request"] };
};

test("one tab leads; when it resigns the next one does", async () => {
  const locks = fakeLocks();
  const first = createTabLeader("desk", locks);
  const second = createTabLeader("desk", locks);
  await settle();
  expect([first.isLeader.get(), second.isLeader.get()]).toEqual([true, false]);
  first.resign();
  await settle();
  expect([first.isLeader.get(), second.isLeader.get()]).toEqual([false, true]);
});

test("a tab that resigned while it waited never leads", async () => {
  const locks = fakeLocks();
  const first = createTabLeader("desk", locks);
  const second = createTabLeader("desk", locks);
  second.resign();
  first.resign();
  await settle();
  expect(second.isLeader.get()).toBe(false);
});

test("without Web Locks every tab leads itself", () => {
  expect(createTabLeader("desk", null).isLeader.get()).toBe(true);
});

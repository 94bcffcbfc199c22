import { expect, it } from "vitest";
import { createFocusLock } from "./focus-lock.ts";

/** The locks of one browser, as far as they are asked: one holder a name, the others wait in turn. */
function createTestLocks() {
  const waiting: { readonly name: string; readonly run: () => void }[] = [];
  const held = new Set<string>();
  const next = () => {
    const first = waiting.find(({ name }) => !held.has(name));
    if (first === undefined) return;
    waiting.splice(waiting.indexOf(first), 1);
    held.add(first.name);
    first.run();
  };
  return {
    request: (
      name: string,
      { signal }: LockOptions,
      hold: (lock: Lock | null) => Promise<unknown>,
    ) => {
      const one = {
        name,
        run: () =>
          void hold(null).then(() => {
            held.delete(name);
            next();
          }),
      };
      waiting.push(one);
      signal?.addEventListener("abort", () => {
        if (waiting.includes(one)) waiting.splice(waiting.indexOf(one), 1);
      });
      next();
      return Promise.resolve();
    },
    query: () => Promise.resolve({ held: [...held].map((name) => ({ name })) }),
  } as unknown as LockManager;
}

function openWindow(locks: LockManager | undefined) {
  const state = { hasFocus: false, listener: (): void => undefined };
  const lock = createFocusLock({
    locks,
    name: "focus",
    hasFocus: () => state.hasFocus,
    onFocusChange: (listener) => {
      state.listener = listener;
      return () => (state.listener = () => undefined);
    },
  });
  return {
    ...lock,
    focus: (hasFocus: boolean) => {
      state.hasFocus = hasFocus;
      state.listener();
    },
  };
}

/** Everything promised so far has come. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

it("one window at most is the one that is worked in, and the others know", async () => {
  const locks = createTestLocks();
  const [one, other] = [openWindow(locks), openWindow(locks)];
  expect([one.isHere(), await one.isElsewhere()]).toEqual([false, false]);
  one.focus(true);
  // A browser may call both focused for a moment.
  other.focus(true);
  expect([one.isHere(), other.isHere()]).toEqual([true, false]);
  expect([await one.isElsewhere(), await other.isElsewhere()]).toEqual([
    false,
    true,
  ]);
  one.focus(false);
  await settled();
  expect([one.isHere(), other.isHere()]).toEqual([false, true]);
});

it("nothing is left of a window that lost its focus or was closed", async () => {
  const locks = createTestLocks();
  const [one, other] = [openWindow(locks), openWindow(locks)];
  one.focus(true);
  other.focus(true);
  other.focus(false);
  one.close();
  await settled();
  expect([one.isHere(), other.isHere()]).toEqual([false, false]);
  expect(await other.isElsewhere()).toBe(false);
});

it("without locks each window knows of itself alone", async () => {
  const window = openWindow(undefined);
  window.focus(true);
  expect([window.isHere(), await window.isElsewhere()]).toEqual([true, false]);
});

import type { ReelId } from "@veche/contracts";
import { expect, it } from "vitest";
import { createReelPlayer } from "./reel-player.ts";

/** An element that stands where the test puts it. */
class TestElement extends EventTarget {
  currentTime = 0;
  paused = true;
  playbackRate = 1;
  play(): Promise<void> {
    this.paused = false;
    return Promise.resolve();
  }
  pause(): void {
    this.paused = true;
  }
  reach(seconds: number): void {
    this.currentTime = seconds;
    this.dispatchEvent(new Event("timeupdate"));
  }
}

const long = { id: "long" as ReelId, durationMs: 10_000 };
const short = { id: "short" as ReelId, durationMs: 4_000 };

function openTestPlayer() {
  const player = createReelPlayer([short, long]);
  const elements = { long: new TestElement(), short: new TestElement() };
  player.attach(long, elements.long);
  player.attach(short, elements.short);
  return { player, ...elements };
}

it("plays all reels together, and brings back whoever strays from the longest", () => {
  const { player, ...reels } = openTestPlayer();
  player.play();
  reels.short.currentTime = 1.9;
  reels.long.reach(2);
  expect(reels.short.currentTime).toBe(1.9);
  reels.short.currentTime = 1.5;
  reels.long.reach(2);
  expect(reels.short.currentTime).toBe(2);
  expect(player.state.get()).toEqual({
    isPlaying: true,
    positionMs: 2_000,
    durationMs: 10_000,
  });
});

it("holds the others while the longest waits for its bytes", () => {
  const { player, ...reels } = openTestPlayer();
  player.play();
  reels.long.dispatchEvent(new Event("waiting"));
  expect([reels.long.paused, reels.short.paused]).toEqual([false, true]);
  reels.long.dispatchEvent(new Event("playing"));
  expect(reels.short.paused).toBe(false);
});

it("seeks all of them, lets a short one rest at its end, and begins anew after the end", () => {
  const { player, ...reels } = openTestPlayer();
  player.play();
  player.seek(6_000);
  expect([reels.long.currentTime, reels.short.currentTime]).toEqual([6, 4]);
  reels.long.reach(6.2);
  expect(reels.short.paused).toBe(true);
  player.seek(1_000);
  expect([reels.short.currentTime, reels.short.paused]).toEqual([1, false]);
  reels.long.reach(10);
  reels.long.dispatchEvent(new Event("ended"));
  expect(player.state.get().isPlaying).toBe(false);
  player.play();
  expect([reels.long.currentTime, reels.long.paused]).toEqual([0, false]);
});

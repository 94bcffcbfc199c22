import { afterAll, beforeAll } from "vitest";
import {
  startWorld,
  type ServerProcessOptions,
  type World,
} from "@veche/test-world";

/** One installation for all rounds of a file; `current()` inside a test. */
export function sharedWorld(options: ServerProcessOptions = {}): () => World {
  let world: World | undefined;
  beforeAll(async () => {
    world = await startWorld(options);
  });
  afterAll(async () => {
    await world?.[Symbol.asyncDispose]();
  });
  return () => {
    if (world === undefined) throw new Error("the world has not begun");
    return world;
  };
}

import { describe, expect, it } from "vitest";
import { createSharedRead } from "./shared-read.ts";

function openReads() {
  const reads: PromiseWithResolvers<number>[] = [];
  const ask = createSharedRead(() => {
    const read = Promise.withResolvers<number>();
    reads.push(read);
    return read.promise;
  });
  const begun = async (
    count: number,
  ): Promise<PromiseWithResolvers<number>> => {
    await expect.poll(() => reads.length).toBe(count);
    const read = reads[count - 1];
    if (read === undefined) throw new Error("no reading has begun");
    return read;
  };
  return { ask, reads, begun };
}

describe("a shared reading", () => {
  it("is one for all who ask at the same time", async () => {
    const { ask, reads, begun } = openReads();
    const asked = Promise.all([ask(), ask(), ask()]);
    (await begun(1)).resolve(7);
    expect(await asked).toEqual([7, 7, 7]);
    expect(reads).toHaveLength(1);
  });

  it("never began before the question", async () => {
    const { ask, reads, begun } = openReads();
    const first = ask();
    const read = await begun(1);
    const late = Promise.all([ask(), ask()]);
    read.resolve(1);
    expect(await first).toBe(1);
    (await begun(2)).resolve(2);
    expect(await late).toEqual([2, 2]);
    expect(reads).toHaveLength(2);
  });

  it("fails for those who asked for it, and not for the next", async () => {
    const { ask, begun } = openReads();
    const first = ask();
    const read = await begun(1);
    const second = ask();
    read.reject(new Error("the database is away"));
    await expect(first).rejects.toThrow("away");
    (await begun(2)).resolve(2);
    expect(await second).toBe(2);
  });
});

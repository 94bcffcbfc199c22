import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ann, bob, room } from "../../tests/test-client.ts";
import { indexedDbKeptFiles } from "./indexed-db-kept-files.ts";
import { keptAtMost, mayKeep, type KeptFile } from "./kept-files.ts";

beforeEach(() => vi.stubGlobal("indexedDB", new IDBFactory()));
afterEach(() => vi.unstubAllGlobals());

const prices: KeptFile = {
  uploadId: "upload-1",
  conversationId: room,
  name: "prices.txt",
  mediaType: "text/plain",
  sizeBytes: 3,
  isVoice: false,
  address: null,
  isSent: false,
  keptAt: 1,
  tabId: "tab",
};
const file = new File(["abc"], "prices.txt", { type: "text/plain" });

describe("a file on its way", () => {
  it("is there for the next page, with its bytes and its place on the server", async () => {
    const before = indexedDbKeptFiles(ann);
    await before.keep(prices, file);
    await before.change("upload-1", { address: "/up/1" });
    const after = indexedDbKeptFiles(ann);
    expect(await after.all()).toEqual([{ ...prices, address: "/up/1" }]);
    const bytes = await after.bytes("upload-1");
    expect(bytes?.name).toBe("prices.txt");
    expect(await bytes?.text()).toBe("abc");
  });

  it("is of one person alone, and leaves nothing when it is forgotten", async () => {
    const hers = indexedDbKeptFiles(ann);
    await hers.keep(prices, file);
    expect(await indexedDbKeptFiles(bob).all()).toEqual([]);
    await hers.forget("upload-1");
    await hers.change("upload-1", { isSent: true });
    expect(await hers.all()).toEqual([]);
    expect(await hers.bytes("upload-1")).toBeNull();
  });

  it("keeps its bytes only within the limits for one file and for all", () => {
    const { fileBytes, allBytes } = keptAtMost;
    const of = (uploadId: string, sizeBytes: number) => ({
      uploadId,
      sizeBytes,
    });
    expect(mayKeep(of("a", fileBytes), [])).toBe(true);
    expect(mayKeep(of("a", fileBytes + 1), [])).toBe(false);
    const full = Array.from({ length: allBytes / fileBytes }, (_, index) =>
      of(String(index), fileBytes),
    );
    expect(mayKeep(of("a", 1), full)).toBe(false);
    expect(mayKeep(of("0", fileBytes), full)).toBe(true);
    expect(mayKeep(of("a", 1), [of("b", allBytes * 2)])).toBe(true);
  });
});

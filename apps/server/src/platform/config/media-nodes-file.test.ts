import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { readMediaNodes } from "./media-nodes-file.ts";

const folder = mkdtempSync(join(tmpdir(), "veche-nodes-file-"));
afterAll(() => rmSync(folder, { recursive: true }));
const node = {
  name: "hall-2",
  url: "wss://janus.example.com/api",
  apiSecret: "a secret of sixteen or more",
  roomKey: "a key of sixteen letters",
  mediaIps: ["192.0.2.7"],
};
const read = (content: unknown) => {
  const file = join(folder, "nodes.json");
  writeFileSync(file, JSON.stringify(content));
  return readMediaNodes(file);
};

it("a list of media servers is read as it stands", () => {
  expect(read([node])).toEqual({ ok: true, value: [node] });
  expect(read([])).toEqual({ ok: true, value: [] });
});

it("what is no list of media servers is refused, and its secrets are not repeated", () => {
  const wrong: readonly unknown[] = [
    {},
    [{ ...node, name: "own" }],
    [{ ...node, url: "http://janus.example.com" }],
    [{ ...node, apiSecret: "short" }],
    [{ ...node, adminSecret: node.apiSecret }],
    [node, node],
  ];
  for (const content of wrong) {
    const answer = read(content);
    expect(answer.ok).toBe(false);
    expect(JSON.stringify(answer)).not.toContain(node.apiSecret);
  }
  expect(readMediaNodes(join(folder, "absent.json")).ok).toBe(false);
});

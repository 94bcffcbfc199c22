import { expect, it } from "vitest";
import type { FileId } from "@veche/contracts";
import { presentAttachment } from "./ready-files.ts";

const shown = {
  kind: "picture",
  name: "plan.png",
  mediaType: "image/png",
  sizeBytes: 10,
  width: 4,
  height: 3,
  durationMs: null,
  waveform: null,
  hasPreview: true,
} as const;

it("a message carries of a file what the contract names, and nothing that the server alone knows", () => {
  const row = {
    id: "file" as FileId,
    ...shown,
    ownerId: "anna",
    state: "ready",
    use: null,
  };
  expect(presentAttachment(row, { isVoice: false })).toStrictEqual({
    fileId: "file",
    ...shown,
    isVoice: false,
  });
});

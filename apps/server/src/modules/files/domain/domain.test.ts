import { describe, expect, it } from "vitest";
import { readRange } from "../../../platform/http/byte-range.ts";
import { tidyFileName } from "./file-name.ts";
import { natureOf } from "./nature.ts";
import { readMetadata } from "./tus.ts";

describe("a file's name", () => {
  it.each([
    ["../../etc/passwd", "passwd"],
    ["C:\\Users\\Anna\\план.docx", "план.docx"],
    ["exe.\u202egnp.scr", "exe.gnp.scr"],
    ["a\u0000b\n.txt", "ab.txt"],
    ["  .hidden. ", "hidden"],
    ["a<b>:c?.txt", "a_b__c_.txt"],
    ["", "file"],
    ["...", "file"],
  ])("%j becomes %j", (given, kept) => {
    expect(tidyFileName(given)).toBe(kept);
  });

  it("that is too long keeps its ending", () => {
    const name = tidyFileName(`${"я".repeat(500)}.pdf`);
    expect(name).toHaveLength(200);
    expect(name.endsWith("я.pdf")).toBe(true);
  });
});

describe("what a file is", () => {
  const ofContent = (mediaType: string, ending: string) => ({
    detected: { mediaType, ending },
    hint: null,
  });

  it.each([
    ["photo.jpg", ofContent("image/jpeg", "jpg"), "photo.jpg", "picture"],
    [
      "photo.jpg",
      ofContent("application/x-msdownload", "exe"),
      "photo.jpg.exe",
      "document",
    ],
    [
      "bill.pdf",
      { detected: undefined, hint: "application/pdf" },
      "bill.pdf.bin",
      "document",
    ],
    ["notes", ofContent("text/plain", "txt"), "notes", "document"],
    ["talk.webm", ofContent("video/webm", "webm"), "talk.webm", "video"],
    [
      "talk.webm",
      { ...ofContent("video/webm", "webm"), hint: "audio/webm;codecs=opus" },
      "talk.webm",
      "audio",
    ],
    [
      "a.html",
      { ...ofContent("text/plain", "txt"), hint: "image/png" },
      "a.html",
      "document",
    ],
  ])("%s is told by its content", (name, content, ...[kept, kind]) => {
    expect(natureOf(name, content)).toMatchObject({ name: kept, kind });
  });
});

describe("a stretch of a file of 100 bytes", () => {
  it.each([
    ["bytes=0-9", { from: 0, to: 9 }],
    ["bytes=90-", { from: 90, to: 99 }],
    ["bytes=-10", { from: 90, to: 99 }],
    ["bytes=50-500", { from: 50, to: 99 }],
    ["bytes=-500", { from: 0, to: 99 }],
    ["bytes=100-", "outside"],
    ["bytes=-0", "outside"],
    ["bytes=9-0", "whole"],
    ["bytes=0-1,5-6", "whole"],
    ["lines=1-2", "whole"],
    ["bytes=-", "whole"],
  ])("%s", (header, asked) => {
    expect(readRange(header, 100)).toEqual(asked);
  });
});

describe("the metadata of an upload", () => {
  it("are names with texts in base64", () => {
    const told = readMetadata("filename 0L8udHh0,isVoice ,  filetype dGV4dA==");
    expect(told).toEqual(
      new Map([
        ["filename", "п.txt"],
        ["isVoice", ""],
        ["filetype", "text"],
      ]),
    );
  });

  it.each([
    "filename",
    "a b c",
    "a ***",
    "a YQ==,a YQ==",
    `a ${"A".repeat(5000)}`,
  ])("%s can't be read, or has no text", (header) => {
    const told = readMetadata(header);
    expect(told === undefined || told.get("filename") === "").toBe(true);
  });
});

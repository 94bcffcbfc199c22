import { describe, expect, it } from "vitest";
import { createSealedText } from "./sealed-text.ts";

describe("a sealed text", () => {
  const box = createSealedText("one key");

  it("is read again by the same key, and never looks the same twice", () => {
    const sealed = box.seal("тайна");
    expect(box.open(sealed)).toBe("тайна");
    expect(box.seal("тайна")).not.toBe(sealed);
    expect(sealed).not.toContain("тайна");
  });

  it("says nothing to another key, or once a byte of it was changed", () => {
    const sealed = box.seal("a secret");
    expect(() => createSealedText("another key").open(sealed)).toThrow();
    const bytes = Buffer.from(sealed, "base64url");
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1);
    expect(() => box.open(bytes.toString("base64url"))).toThrow();
  });
});

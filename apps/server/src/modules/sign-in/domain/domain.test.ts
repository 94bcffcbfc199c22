import { describe, expect, it } from "vitest";
import { nextStep } from "./second-steps.ts";
import { readStepCode, recoveryCode } from "./step-code.ts";
import { stepOf, totpAddress, totpSecret } from "./totp.ts";

/** RFC 6238, appendix B: the secret "12345678901234567890", SHA-1; the last six of its eight digits. */
const secret = totpSecret(Buffer.from("12345678901234567890"));
const vectors = [
  [59, "287082"],
  [1_111_111_109, "081804"],
  [1_111_111_111, "050471"],
  [1_234_567_890, "005924"],
  [2_000_000_000, "279037"],
] as const;

describe("codes of an application", () => {
  it.each(vectors)("at second %d of 1970 the code is %s", (seconds, code) => {
    const nowMs = seconds * 1000;
    expect(stepOf(code, { secret, nowMs })).toBe(Math.floor(seconds / 30));
  });

  it("are taken from a clock that is off by one step, and no more", () => {
    const at = (seconds: number) =>
      stepOf("287082", { secret, nowMs: seconds * 1000 });
    expect([at(29), at(30), at(89), at(90)]).toEqual([1, 1, 1, undefined]);
    expect(at(119)).toBeUndefined();
  });

  it("are set up by an address that every application reads", () => {
    const address = totpAddress({ secret, issuer: "Вече & Ко", login: "anna" });
    expect(address).toBe(
      `otpauth://totp/${encodeURIComponent("Вече & Ко")}:anna?issuer=${encodeURIComponent("Вече & Ко")}&secret=${secret}&algorithm=SHA1&digits=6&period=30`,
    );
  });
});

describe("what is typed at the second step", () => {
  it("may have blanks and dashes, in either case", () => {
    expect(readStepCode(" 123 456 ")).toEqual({ kind: "totp", code: "123456" });
    expect(readStepCode("ABCD-efgh ijkl-mnop").code).toBe("abcdefghijklmnop");
  });

  it("may be a recovery code of four times four letters and digits", () => {
    const code = recoveryCode(Buffer.alloc(32, 0xa7));
    expect(code).toMatch(/^([a-z2-7]{4}-){3}[a-z2-7]{4}$/u);
    expect(readStepCode(code).kind).toBe("recovery_code");
  });
});

describe("what follows a right password", () => {
  const none = { hasTotp: false, passkeyCount: 0, recoveryCodesLeft: 0 };
  it("is nothing, or setting up, for whoever has no second factor", () => {
    expect(nextStep(none, { isRequired: false })).toEqual({ kind: "none" });
    expect(nextStep(none, { isRequired: true })).toEqual({
      kind: "must_enrol",
    });
  });

  it("is whatever one has, required or not", () => {
    const factors = { hasTotp: true, passkeyCount: 2, recoveryCodesLeft: 3 };
    expect(nextStep(factors, { isRequired: false })).toEqual({
      kind: "second_step",
      steps: ["passkey", "totp", "recovery_code"],
    });
    expect(
      nextStep({ ...none, passkeyCount: 1 }, { isRequired: true }),
    ).toEqual({
      kind: "second_step",
      steps: ["passkey"],
    });
  });
});

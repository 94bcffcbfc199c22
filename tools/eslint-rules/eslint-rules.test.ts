import { ESLint, Linter } from "eslint";
import tseslint from "typescript-eslint";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { veche } from "./index.ts";

const root = join(import.meta.dirname, "../..");

type RuleName = keyof typeof veche.rules;

function complaintsAbout(
  rule: RuleName,
  code: string,
  filename = "accept-offer.ts",
): number {
  const messages = new Linter().verify(
    code,
    {
      files: ["**/*.ts", "**/*.tsx"],
      plugins: { veche },
      languageOptions: { parser: tseslint.parser },
      linterOptions: { reportUnusedDisableDirectives: "off" },
      rules: { [`veche/${rule}`]: "error" },
    },
    { filename },
  );
  return messages.filter((one) => one.ruleId === `veche/${rule}`).length;
}

describe("a file's name", () => {
  it.each([
    "accept-offer.ts",
    "accept-offer.test.ts",
    "call-bar.tsx",
    "0042-offers.ts",
  ])("%s is good", (filename) => {
    expect(complaintsAbout("file-name", "", filename)).toBe(0);
  });
  it.each([
    "AcceptOffer.ts",
    "accept_offer.ts",
    "utils.ts",
    "date-helpers.ts",
    "call-manager.ts",
    "base.ts",
  ])("%s is refused", (filename) => {
    expect(complaintsAbout("file-name", "", filename)).toBe(1);
  });
});

describe("a power", () => {
  it.each([
    "Date.now()",
    'Date["now"]()',
    "new Date()",
    "Math.random()",
    "crypto.randomUUID()",
    "window.crypto.randomUUID()",
    "setTimeout(run, 5)",
    "window.setTimeout(run, 5)",
    "setInterval(run, 5)",
    'fetch("/x")',
    "globalThis.fetch(url)",
    "process.env.PORT",
    'import { randomUUID } from "node:crypto"; randomUUID();',
  ])("is not taken from the air: %s", (code) => {
    expect(complaintsAbout("powers-passed-in", code)).toBe(1);
  });
  it.each([
    "clock.now()",
    "new Date(row.createdAt)",
    "const run = ({ fetch }) => fetch(url)",
    "timers.after(5, run)",
    "Date.parse(text)",
    "const process = { env: 1 }; process.env",
  ])("may be used once it was given: %s", (code) => {
    expect(complaintsAbout("powers-passed-in", code)).toBe(0);
  });
});

describe("an assertion", () => {
  it.each(["const id = text as UserId;", "const first = list[0]!;"])(
    "without a reason is refused: %s",
    (code) => {
      expect(complaintsAbout("reason-beside-assertion", code)).toBe(1);
    },
  );
  it.each([
    "const words = ['a'] as const;",
    "const id = text as UserId; // parsed by the schema above",
    "// The schema has checked it.\nconst id = text as UserId;",
  ])("with a reason passes: %s", (code) => {
    expect(complaintsAbout("reason-beside-assertion", code)).toBe(0);
  });
});

describe("a flag among positional parameters", () => {
  it.each([
    "const open = (file: string, isQuick: boolean) => file;",
    "function open(file: string, isQuick = false) { return file; }",
  ])("is refused: %s", (code) => {
    expect(complaintsAbout("no-boolean-parameter", code)).toBe(1);
  });
  it("passes as a named option", () => {
    expect(
      complaintsAbout(
        "no-boolean-parameter",
        "const open = (file: string, { isQuick }: { isQuick: boolean }) => file;",
      ),
    ).toBe(0);
  });
});

describe("a switched-off rule", () => {
  it("needs a reason", () => {
    expect(
      complaintsAbout(
        "disable-needs-reason",
        "// eslint-disable-next-line no-console\nconsole.log(1);",
      ),
    ).toBe(1);
    expect(
      complaintsAbout(
        "disable-needs-reason",
        "// eslint-disable-next-line no-console -- the person reads this\nconsole.log(1);",
      ),
    ).toBe(0);
  });
});

it("each own rule names a decision that exists", () => {
  for (const [name, rule] of Object.entries(veche.rules)) {
    const url = rule.meta?.docs?.url ?? "";
    expect(existsSync(join(root, url)), `${name}: ${url}`).toBe(true);
    for (const message of Object.values(rule.meta?.messages ?? {}))
      expect(message).toContain(url);
  }
});

describe("the whole lint configuration", () => {
  const planted = async (
    code: string,
    filePath = "packages/contracts/src/ids.ts",
  ) => {
    const [result] = await new ESLint({ cwd: root }).lintText(code, {
      filePath: join(root, filePath),
    });
    return result?.messages.map((one) => one.ruleId);
  };

  it.each<[string, string]>([
    ["@typescript-eslint/no-explicit-any", "export const a: any = 1;"],
    [
      "@typescript-eslint/no-floating-promises",
      "const go = async (): Promise<void> => {};\ngo();",
    ],
    [
      "@typescript-eslint/no-misused-promises",
      "export const a = [1].forEach(async () => { await Promise.resolve(); });",
    ],
    [
      "@typescript-eslint/switch-exhaustiveness-check",
      "export function f(x: 'a' | 'b'): number { switch (x) { case 'a': return 1; } return 0; }",
    ],
    [
      "@typescript-eslint/consistent-type-imports",
      "import { Seq } from './shapes.ts';\nexport type S = typeof Seq;",
    ],
    ["no-restricted-syntax", "export default 1;"],
    [
      "max-params",
      "export const f = (a: number, b: number, c: number, d: number): number => a + b + c + d;",
    ],
    [
      "max-lines",
      Array.from(
        { length: 401 },
        (_, line) => `export const a${line} = 1;`,
      ).join("\n"),
    ],
    [
      "max-lines-per-function",
      `export function f(): void {\n${"void 0;\n".repeat(60)}}`,
    ],
    ["no-warning-comments", "// TODO: later\nexport const a = 1;"],
    ["no-console", "console.log(1);"],
    [
      null as unknown as string,
      "// eslint-disable-next-line no-console -- a reason nobody needs\nexport const a = 1;",
    ],
  ])("fails on %s", async (rule, code) => {
    expect(await planted(code)).toContain(rule);
  });

  it("watches React's hooks in the web app", async () => {
    const calculated: unknown = await new ESLint({
      cwd: root,
    }).calculateConfigForFile(join(root, "apps/web/src/app/app.tsx"));
    expect(calculated).toMatchObject({
      rules: { "react-hooks/rules-of-hooks": [2] },
    });
  });
});

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { verifyIdentityToken } from "./identity-token.ts";

const page = readFileSync(
  join(
    import.meta.dirname,
    "../../../../../docs/protocol/customer-identity.md",
  ),
  "utf8",
);
const secret = "a-secret+with/odd=characters";
const customer = {
  id: 17,
  name: 'Ольга "Оля" <b>',
  email: "olga@example.org",
  tier: "gold",
};

/** The page's first snippet in a language. */
function snippet(language: string): string {
  const found = new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``).exec(page)?.[1];
  if (found === undefined)
    throw new Error(`the page has no snippet in ${language}`);
  return found;
}

async function expectAccepted(token: string) {
  expect(
    await verifyIdentityToken({
      token,
      secret,
      siteKey: "demo-shop",
      now: new Date(),
    }),
  ).toEqual({
    ok: true,
    identity: {
      externalId: "17",
      name: customer.name,
      email: customer.email,
      phone: null,
      attributes: { tier: "gold" },
    },
  });
}

describe("the snippets that the documentation gives", () => {
  it("in JavaScript make a token that is accepted", async () => {
    const call = `process.stdout.write(identityToken(${JSON.stringify(customer)}, { siteKey: "demo-shop", secret: ${JSON.stringify(secret)} }));`;
    const token = execFileSync(
      process.execPath,
      ["--input-type=module", "--eval", `${snippet("js")}\n${call}`],
      { encoding: "utf8" },
    );
    await expectAccepted(token);
  });

  const php = "php";
  it("in PHP make a token that is accepted", async () => {
    const call = `echo identity_token(json_decode(${phpText(JSON.stringify(customer))}, true), 'demo-shop', ${phpText(secret)});`;
    const token = execFileSync(
      php,
      ["-r", `${snippet("php").replace("<?php", "")}\n${call}`],
      {
        encoding: "utf8",
      },
    );
    await expectAccepted(token);
  });
});

const phpText = (text: string): string =>
  `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;

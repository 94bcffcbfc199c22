import { describe, expect, it } from "vitest";
import { chooseCustomer } from "./choose-customer.ts";

const anonymous = { externalId: null, hasOpenRequest: false };
const served = { externalId: null, hasOpenRequest: true };
const olga = { externalId: "17", hasOpenRequest: true };

describe("whose visit it is", () => {
  it.each([
    ["nobody yet", undefined, undefined, false, "create_anonymous"],
    ["an anonymous visitor again", anonymous, undefined, false, "resume"],
    ["a known customer on the next page", olga, undefined, false, "resume"],
    ["a known customer vouched for again", olga, "17", true, "resume"],
    [
      "a customer the site names for the first time",
      undefined,
      "17",
      false,
      "create_known",
    ],
    ["a customer the site named before", undefined, "17", true, "switch"],
    [
      "an anonymous visitor who turns out to be somebody new",
      anonymous,
      "17",
      false,
      "introduce",
    ],
    [
      "an anonymous visitor in a request who turns out to be somebody new",
      served,
      "17",
      false,
      "introduce",
    ],
    [
      "an anonymous visitor who turns out to be somebody known",
      anonymous,
      "17",
      true,
      "switch",
    ],
    [
      "an anonymous visitor in a request who turns out to be somebody known",
      served,
      "17",
      true,
      "resume",
    ],
    ["somebody else at a known customer's browser", olga, "18", true, "switch"],
    [
      "somebody else and new at a known customer's browser",
      olga,
      "18",
      false,
      "create_known",
    ],
  ] as const)("%s", (...[, visitor, externalId, isKnown, kind]) => {
    expect(chooseCustomer({ visitor, externalId, isKnown })).toEqual({ kind });
  });
});

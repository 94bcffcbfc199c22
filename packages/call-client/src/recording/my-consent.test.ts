import type { PrincipalId } from "@veche/contracts";
import { expect, it } from "vitest";
import { myConsentIn } from "./my-consent.ts";

const me = "me" as PrincipalId;

it("takes one yes for a consent to that purpose, and no answer for none", () => {
  const saying = (...answers: ("asked" | "given" | "refused")[]) =>
    myConsentIn(
      {
        people: [
          {
            ...{ principalId: me, kind: "user", name: "Me" },
            consents: answers.map((answer, place) => ({
              purpose: (["minutes", "training"] as const)[place]!,
              ...{ answer, textVersion: 1, answeredAt: null },
            })),
          },
        ],
      },
      me,
    );
  expect(saying("asked", "asked")).toEqual({ kind: "asked" });
  expect(saying("refused", "given")).toEqual({
    kind: "given",
    purposes: ["training"],
  });
  expect(saying("refused", "refused")).toEqual({ kind: "not_given" });
  expect(myConsentIn({ people: [] }, me)).toBeNull();
});

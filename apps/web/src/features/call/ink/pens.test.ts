import type { CallInk, CallSnapshot, FloorView } from "@veche/call-client";
import type { Call, PrincipalId } from "@veche/contracts";
import { expect, it } from "vitest";
import { pensOf } from "./pens.ts";

const id = (name: string) => name as PrincipalId;
const person = (name: string) => ({ principalId: id(name), name });

// Only handed on.
const ink: Partial<CallInk> = {};

interface Rules {
  readonly kind?: Call["kind"];
  readonly drawing?: string;
  readonly keepers?: readonly string[];
}

/** What I may in a call of these; nothing else of it is looked at. */
const pens = ({
  kind = "group",
  drawing = "everyone",
  keepers = [],
}: Rules = {}) =>
  pensOf(
    ink as CallInk,
    {
      me: person("me"),
      call: { kind, participants: ["anna", "me", "boris"].map(person) },
    } as unknown as CallSnapshot,
    {
      floor:
        kind === "pair" ? null : { drawing, moderatorIds: keepers.map(id) },
    } as unknown as Pick<FloorView, "floor">,
  );

it("everybody draws and takes away their own, unless those who keep order want it otherwise", () => {
  expect(pens().mayDraw(id("anna"))).toBe(true);
  expect(pens().mayWipeAll(id("anna"))).toBe(false);
  const rule = { drawing: "moderators" };
  expect(pens(rule).mayDraw(id("anna"))).toBe(false);
  expect(pens(rule).mayDraw(id("me"))).toBe(true);
  const kept = pens({ ...rule, keepers: ["me"] });
  expect([kept.mayDraw(id("anna")), kept.mayWipeAll(id("anna"))]).toEqual([
    true,
    true,
  ]);
});

it("two need no order: both draw, and whoever shows the screen takes everything away", () => {
  const two = pens({ kind: "pair" });
  expect(two.mayDraw(id("anna"))).toBe(true);
  expect([two.mayWipeAll(id("anna")), two.mayWipeAll(id("me"))]).toEqual([
    false,
    true,
  ]);
});

it("each has a name and a colour of their own", () => {
  const { nameOf, colourOf } = pens();
  expect(nameOf(id("boris"))).toBe("boris");
  expect(["anna", "me", "boris"].map((name) => colourOf(id(name)))).toEqual([
    0, 1, 2,
  ]);
});

import { describe, expect, it } from "vitest";
import { conversationKinds, memberRoles } from "@veche/contracts";
import {
  mayAddMembers,
  mayConfide,
  mayDelete,
  mayJoin,
  mayLeave,
  mayRead,
  mayRemoveMember,
  maySetRole,
  mayUpdate,
  type Decision,
  type Rules,
} from "./rights.ts";

const group: Rules = { kind: "group", access: "invited", posting: "members" };
const channel: Rules = { kind: "channel", access: "open", posting: "admins" };
const direct: Rules = { ...group, kind: "direct" };

const verdict = (decision: Decision) => (decision.ok ? "yes" : decision.code);
const roles = [...memberRoles, null];

describe("who may do what in a conversation", () => {
  it("owners and admins change it and let people in; to strangers it does not exist", () => {
    for (const may of [mayUpdate, mayAddMembers, mayConfide])
      expect(roles.map((role) => verdict(may(group, role)))).toEqual([
        "yes",
        "yes",
        "auth.forbidden",
        "auth.forbidden",
        "conversation.not_found",
      ]);
  });

  it("a direct conversation stays as it is, only how confidential it is either of two decides", () => {
    for (const may of [mayUpdate, mayAddMembers, mayLeave, mayDelete])
      expect(verdict(may(direct, "member"))).toBe("conversation.fixed");
    expect(verdict(mayConfide(direct, "member"))).toBe("yes");
    expect(verdict(mayConfide(direct, null))).toBe("conversation.not_found");
  });

  it("only what is open is read from outside and joined", () => {
    expect(verdict(mayRead(channel, null))).toBe("yes");
    expect(verdict(mayRead(group, null))).toBe("conversation.not_found");
    const joinable = conversationKinds.filter(
      (kind) => mayJoin({ ...channel, kind }).ok,
    );
    expect(joinable).toEqual(["group", "channel", "context"]);
    expect(verdict(mayJoin(group))).toBe("conversation.not_found");
  });

  it("an admin shows out those below them, an owner everybody", () => {
    const by = (role: "owner" | "admin" | "member") =>
      memberRoles.map((target) =>
        verdict(mayRemoveMember(group, role, target)),
      );
    expect(by("owner")).toEqual(["yes", "yes", "yes", "yes"]);
    expect(by("admin")).toEqual([
      "auth.forbidden",
      "auth.forbidden",
      "yes",
      "yes",
    ]);
    expect(new Set(by("member"))).toEqual(new Set(["auth.forbidden"]));
  });

  it("the last owner stays one; admins give no higher role than a member's", () => {
    const change = { from: "owner", to: "member", ownerCount: 1 } as const;
    expect(verdict(maySetRole(group, "owner", change))).toBe(
      "conversation.last_owner",
    );
    expect(
      verdict(maySetRole(group, "owner", { ...change, ownerCount: 2 })),
    ).toBe("yes");
    const byAdmin = memberRoles.map((to) =>
      verdict(maySetRole(group, "admin", { ...change, from: "member", to })),
    );
    expect(byAdmin).toEqual(["auth.forbidden", "auth.forbidden", "yes", "yes"]);
    expect(
      verdict(maySetRole(group, "admin", { ...change, from: "admin" })),
    ).toBe("auth.forbidden");
  });

  it("its owner deletes a group or channel, nobody a context conversation", () => {
    expect(roles.map((role) => verdict(mayDelete(group, role)))).toEqual([
      "yes",
      "auth.forbidden",
      "auth.forbidden",
      "auth.forbidden",
      "conversation.not_found",
    ]);
    expect(verdict(mayDelete({ ...group, kind: "context" }, "owner"))).toBe(
      "conversation.fixed",
    );
  });
});

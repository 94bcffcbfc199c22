import { describe, expect, it } from "vitest";
import { parseFilter } from "./filter.ts";
import { matches } from "./matches.ts";
import { patched } from "./patch.ts";

const bjensen = {
  id: "2819c223",
  userName: "bjensen",
  externalId: "Ext-1",
  active: true,
  name: { familyName: "Jensen" },
  emails: [
    { value: "bjensen@example.com", type: "work", primary: true },
    { value: "babs@jensen.org", type: "home" },
  ],
  "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {
    department: "Sales",
  },
  meta: { lastModified: "2011-05-13T04:42:34Z" },
};

describe("a SCIM filter (RFC 7644 §3.4.2.2)", () => {
  it.each([
    ['userName eq "BJensen"', true],
    ['USERNAME Eq "bjensen"', true],
    ['externalId eq "ext-1"', false],
    ['name.familyName co "ens"', true],
    ['userName sw "b" and not (userName ew "x")', true],
    ["title pr", false],
    ["emails pr", true],
    ['emails eq "babs@jensen.org"', true],
    ['emails.type eq "home"', true],
    ['emails[type eq "work" and value co "@example.com"]', true],
    ['emails[type eq "home" and value co "@example.com"]', false],
    ['userName eq "x" or active eq true', true],
    ["active eq True", true],
    ['meta.lastModified gt "2011-05-13T04:42:33Z"', true],
    ['meta.lastModified lt "2011-05-13T04:42:33Z"', false],
    ['title ne "boss"', true],
    ['userName ne "bjensen"', false],
    ['urn:ietf:params:scim:schemas:core:2.0:User:userName sw "b"', true],
    [
      'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department eq "sales"',
      true,
    ],
    ['userName eq "a\\"b"', false],
    ['name.familyName eq "O\'Brien and (sons)"', false],
  ])("%s: %s", (text, expected) => {
    expect(matches(bjensen, parseFilter(text))).toBe(expected);
  });

  it.each([
    "",
    "userName",
    "userName eq",
    "userName is 1",
    'userName eq "a',
    '(userName eq "a"',
    'userName eq "a")',
    "emails[type eq",
    "userName eq bare",
    '"a" eq userName',
    `${"not ".repeat(300)}active pr`,
  ])("refuses %s", (text) => {
    expect(() => parseFilter(text)).toThrow(
      expect.objectContaining({ scimType: "invalidFilter" }),
    );
  });
});

describe("a SCIM patch (RFC 7644 §3.5.2)", () => {
  const ops = (...Operations: readonly object[]) => ({ Operations });

  it("sets, adds and removes attributes, whatever their case", () => {
    const after = patched(
      bjensen,
      ops(
        { op: "Replace", path: "Active", value: false },
        { op: "add", path: "title", value: "Boss" },
        { op: "remove", path: "name.familyName" },
        {
          op: "replace",
          value: { name: { givenName: "Barbara" }, nickName: "Babs" },
        },
      ),
    );
    expect(after).toMatchObject({
      active: false,
      title: "Boss",
      name: { givenName: "Barbara" },
      nickName: "Babs",
    });
    expect(after["name"]).not.toHaveProperty("familyName");
    expect(bjensen.active).toBe(true);
  });

  it("works on those values of a list that fit", () => {
    const after = patched(
      bjensen,
      ops(
        {
          op: "replace",
          path: 'emails[type eq "work"].value',
          value: "new@example.com",
        },
        { op: "remove", path: 'emails[type eq "home"]' },
        {
          op: "add",
          path: 'phoneNumbers[type eq "work"].value',
          value: "12-34",
        },
      ),
    );
    expect(after).toMatchObject({
      emails: [{ value: "new@example.com", type: "work", primary: true }],
      phoneNumbers: [{ type: "work", value: "12-34" }],
    });
  });

  it("adds members once and removes the named ones, in both spellings", () => {
    const group = { members: [{ value: "a" }, { value: "b" }, { value: "c" }] };
    const after = patched(
      group,
      ops(
        { op: "add", path: "members", value: [{ value: "a" }, { value: "d" }] },
        { op: "remove", path: 'members[value eq "b"]' },
        { op: "remove", path: "members", value: [{ value: "c" }] },
      ),
    );
    expect(after).toEqual({ members: [{ value: "a" }, { value: "d" }] });
    expect(patched(group, ops({ op: "remove", path: "members" }))).toEqual({});
  });

  it("knows attributes of the enterprise schema by their long names", () => {
    const name = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    const after = patched(
      bjensen,
      ops(
        { op: "replace", path: `${name}:department`, value: "Support" },
        { op: "add", value: { [`${name}:organization`]: "Firm" } },
      ),
    );
    expect(after[name]).toEqual({
      department: "Support",
      organization: "Firm",
    });
  });

  it.each([
    ["no operations", {}],
    ["an unknown operation", ops({ op: "move", path: "a" })],
    ["removing everything", ops({ op: "remove" })],
    ["a plain value without a path", ops({ op: "add", value: "x" })],
    ["no value", ops({ op: "add", path: "title" })],
    [
      "a way out of the resource",
      ops({ op: "add", path: "__proto__.x", value: 1 }),
    ],
    [
      "the same inside a value",
      ops({ op: "add", value: { "a.constructor.x": 1 } }),
    ],
    ["a filter that is none", ops({ op: "remove", path: "emails[type]" })],
    [
      "nothing that fits",
      ops({ op: "replace", path: "emails[type pr].value", value: "x" }),
    ],
  ])("refuses %s", (_what, body) => {
    const nobody = { userName: "x" };
    expect(() => patched(nobody, body)).toThrow(
      expect.objectContaining({ status: 400 }),
    );
  });
});

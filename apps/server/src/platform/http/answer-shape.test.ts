import { SerializerSelector } from "@fastify/fast-json-stringify-compiler";
import { Type, type TSchema } from "typebox";
import * as contract from "@veche/contracts";
import { describe, expect, it } from "vitest";
import { answerShape } from "./answer-shape.ts";

const compile = SerializerSelector()({}, {});
const written = (schema: TSchema, value: unknown): unknown =>
  JSON.parse(
    compile({
      method: "GET",
      url: "/",
      httpStatus: "200",
      schema: answerShape(schema),
    })(value),
  );

const { closed } = contract;
const said = closed({ type: Type.Literal("said"), body: Type.String() });
const shown = closed({
  type: Type.Literal("shown"),
  file: closed({ name: Type.String() }),
  at: Type.Optional(Type.Integer()),
});
const nullable = (schema: TSchema) => Type.Union([schema, Type.Null()]);

describe("an answer", () => {
  it("has the fields of its variant, and none that the contract does not know", () => {
    const list = closed({ items: Type.Array(Type.Union([said, shown])) });
    expect(
      written(list, {
        items: [
          { type: "said", body: "ё", secret: 1 },
          { type: "shown", file: { name: "a", path: "/etc" } },
        ],
        secret: 2,
      }),
    ).toEqual({
      items: [
        { type: "said", body: "ё" },
        { type: "shown", file: { name: "a" } },
      ],
    });
  });

  it("says null where it may", () => {
    const schema = closed({
      file: nullable(said),
      name: nullable(Type.String()),
      kind: nullable(Type.Union([Type.Literal("a"), Type.Literal("b")])),
      only: nullable(Type.Literal("x")),
    });
    const nothing = { file: null, name: null, kind: null, only: null };
    expect(written(schema, nothing)).toEqual(nothing);
    const all = {
      file: { type: "said", body: "" },
      name: "",
      kind: "b",
      only: "x",
    };
    expect(written(schema, { ...all, more: 1 })).toEqual(all);
  });

  it("keeps records, and what is inside them, to the contract", () => {
    const schema = Type.Record(Type.String(), nullable(said));
    expect(
      written(schema, { a: { type: "said", body: "b", more: 1 }, c: null }),
    ).toEqual({ a: { type: "said", body: "b" }, c: null });
  });

  it("of any endpoint needs no variant told apart while it is written", () => {
    const groups = Object.entries(contract).filter(([name]) =>
      name.endsWith("Endpoints"),
    );
    expect(groups.length).toBeGreaterThan(10);
    for (const [, group] of groups)
      for (const { response } of Object.values(
        group as Readonly<Record<string, contract.Endpoint>>,
      ))
        expect(JSON.stringify(answerShape(response))).not.toMatch(
          /"(anyOf|oneOf|allOf|\$ref)"/,
        );
  });
});

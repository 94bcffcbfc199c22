import { randomUUID } from "node:crypto";
import * as contract from "@veche/contracts";
import type { Endpoint } from "@veche/contracts";
import type { Random } from "../random.ts";

/** What of JSON Schema the contract is made of. */
interface Schema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly minItems?: number;
  readonly minimum?: number;
  readonly default?: unknown;
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

/** Values by the names that fields have; a name that is not here gets what its schema allows. */
export type KnownValues = Readonly<Record<string, unknown>>;

/** Something that a schema of the contract lets in, as far as chance and the names of its fields decide. */
export function sampleOf(
  source: unknown,
  known: KnownValues,
  random: Random,
): unknown {
  // The contract's schemas are JSON Schema of this part of it.
  return sample(source as Schema, "", { known, random });
}

interface Sampling {
  readonly known: KnownValues;
  readonly random: Random;
}

function sample(schema: Schema, name: string, sampling: Sampling): unknown {
  const { known, random } = sampling;
  if (name in known && schema.type !== "array") return known[name];
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return random.oneOf(schema.enum);
  if (schema.anyOf !== undefined)
    return sample(random.oneOf(schema.anyOf), name, sampling);
  switch (schema.type) {
    case "object":
      return sampleObject(schema, sampling);
    case "array": {
      // Ids in lists are named in the plural.
      const one = name.replace(/s$/, "");
      const count = Math.max(schema.minItems ?? 0, random.below(2));
      return Array.from({ length: count }, () =>
        sample(schema.items ?? {}, one, sampling),
      );
    }
    case "integer":
    case "number":
      return schema.default ?? Math.max(schema.minimum ?? 0, random.below(20));
    case "boolean":
      return random.next() < 0.5;
    case "null":
      return null;
    default:
      return sampleText(schema);
  }
}

function sampleObject(
  { properties = {}, required = [] }: Schema,
  sampling: Sampling,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(properties)
      .filter(
        ([name]) => required.includes(name) || sampling.random.next() < 0.5,
      )
      .map(([name, schema]) => [name, sample(schema, name, sampling)]),
  );
}

function sampleText({ pattern = "", default: usual }: Schema): unknown {
  if (pattern.includes("[0-9a-f]{8}")) return randomUUID();
  if (pattern.includes("(19|2")) return "2099-01-01T00:00:00.000Z";
  return usual ?? "something";
}

/** Every endpoint that a user of the staff, of no special role, may ask. */
export const staffEndpoints: readonly Endpoint[] = Object.entries(contract)
  .filter(([name]) => name.endsWith("Endpoints"))
  .flatMap(([, group]) =>
    // What is exported under such a name is a group of endpoints.
    Object.values(group as Readonly<Record<string, Endpoint>>),
  )
  .filter(({ access: { kind } }) => kind === "user" || kind === "principal");

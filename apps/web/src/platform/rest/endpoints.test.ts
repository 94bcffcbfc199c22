import * as contract from "@veche/contracts";
import { expect, it } from "vitest";
import { addresses } from "./endpoints.ts";

it("calls every endpoint where the contract says it lives", () => {
  const groups = Object.entries(contract)
    .filter(([name]) => name.endsWith("Endpoints"))
    .map(([, group]) => group as Readonly<Record<string, contract.Endpoint>>);
  const defined = Object.assign({}, ...groups) as Readonly<
    Record<string, contract.Endpoint | undefined>
  >;
  const expected = Object.keys(addresses).map((name) => [
    name,
    [defined[name]?.method, defined[name]?.path],
  ]);
  expect(addresses).toEqual(Object.fromEntries(expected));
});

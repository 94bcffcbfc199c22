import { expect, it } from "vitest";
import { databaseLine } from "./database-line.ts";

const kindOf = (url: string) => databaseLine({ kind: "url", url }).kind;

it("a database on the same machine needs no TLS", () => {
  expect(databaseLine({ kind: "embedded" })).toEqual({ kind: "inside" });
  expect(kindOf("postgresql://u:p@localhost:5432/veche")).toBe("inside");
  expect(kindOf("postgresql://u@%2Fvar%2Frun%2Fpostgresql/veche")).toBe(
    "inside",
  );
});

it("elsewhere the address says whether there is TLS, and whether the certificate is looked at", () => {
  const at = "postgresql://u:p@db.example.com/veche";
  expect(kindOf(at)).toBe("plain");
  expect(kindOf(`${at}?sslmode=disable`)).toBe("plain");
  expect(kindOf(`${at}?sslmode=no-verify`)).toBe("unverified");
  expect(kindOf(`${at}?sslmode=require&uselibpqcompat=true`)).toBe(
    "unverified",
  );
  expect(kindOf(`${at}?sslmode=require`)).toBe("encrypted");
  expect(kindOf(`${at}?sslmode=verify-full`)).toBe("encrypted");
});

it("neither user nor password is in what is told", () => {
  const told = databaseLine({
    kind: "url",
    url: "postgresql://veche:hunter2@db.example.com:5433/talks",
  });
  expect(told).toEqual({ kind: "plain", place: "db.example.com:5433/talks" });
});

import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterEach, expect, inject, it } from "vitest";
import { clientConfig } from "../db/connection.ts";
import { StartRefusedError } from "../start-refused-error.ts";
import { checkDatabase } from "./prepare-database.ts";

const cluster = { ...inject("testPostgres"), database: "postgres" };
const made: string[] = [];

async function run(statement: string): Promise<void> {
  const client = new pg.Client(clientConfig(cluster));
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

const named = (): string => {
  const name = `own_${randomUUID().replaceAll("-", "")}`;
  made.push(name);
  return name;
};

afterEach(async () => {
  for (const name of made.splice(0))
    await run(`drop database if exists ${name} with (force)`);
});

const check = (database: string): Promise<unknown> =>
  checkDatabase({ ...cluster, database }).then(
    () => "fit to work on",
    (error: unknown) => error,
  );

it("a company's database that leaves Cyrillic alone is refused with the line that makes a right one", async () => {
  const wrong = named();
  await run(
    `create database ${wrong} template template0 encoding 'UTF8' locale_provider libc locale 'C'`,
  );
  const refusal = await check(wrong);
  expect(refusal).toBeInstanceOf(StartRefusedError);
  const advised = /\((create database) veche (.+)\)/.exec(String(refusal));
  const right = named();
  await run(`${advised?.[1]} ${right} ${advised?.[2]}`);
  expect(await check(right)).toBe("fit to work on");
});

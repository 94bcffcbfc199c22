import { expect, it } from "vitest";
import { dictionary } from "./dictionary/index.ts";
import { describe } from "./domain/describe.ts";

const document = new URL("../../../../../docs/bi.md", import.meta.url).pathname;

/** Written by `npx vitest run -u` with this file; what does not come from the dictionary stands here. */
const text = (): string => `# Data for analysis

The database has read-only views for Metabase, Superset, Power BI and the like, in the schema \`${dictionary.schema}\`. Operators' names are in them;
customers' names, messages, notes and comments are not. \`requested_at\` stands in every view but \`days\`: by it rows belong to a day.

## Three ways to the data

- **In the browser**: Reports → What the figures mean; each table is saved as CSV for days of one's choice.
- **By REST**, as a supervisor or administrator: \`GET /api/v1/bi/tables\` tells tables, columns, types, units, names and formulas in Russian and
  English; \`GET /api/v1/bi/tables/sessions/rows.csv?from=2026-03-02&to=2026-03-08&timeZone=Europe/Moscow\` streams the rows of these days, a leap
  year of them at most.
- **By SQL**, straight from the database, for tools that ask it themselves.

## By SQL

The migration makes the role \`${dictionary.role}\`. It cannot log in and reads these views alone. Give it to a login of the tool:

    CREATE ROLE metabase LOGIN PASSWORD '…' IN ROLE ${dictionary.role};

In an outside PostgreSQL whose user may not create roles the views are there and the role is not. Whoever may create roles runs in the database of
Veche, once:

    CREATE ROLE ${dictionary.role} NOLOGIN;
    GRANT USAGE ON SCHEMA ${dictionary.schema} TO ${dictionary.role};
    GRANT SELECT ON ALL TABLES IN SCHEMA ${dictionary.schema} TO ${dictionary.role};

The same after a restore into such a database. If its user may not create schemas either, create the schema \`${dictionary.schema}\` for that user before the
upgrade.

The database that Veche brings listens to no network address: its tools stand on the same machine and come through its socket, as the system's user
that runs Veche. For tools elsewhere give Veche an outside PostgreSQL.

Days in the view \`days\` follow the time zone of the connection: \`ALTER ROLE metabase SET timezone = 'Europe/Moscow'\`. Large questions belong on
a replica, or into quiet hours.

## What the figures mean

${describe(dictionary, "en")}

## Что означают показатели

${describe(dictionary, "ru")}
`;

it("the document says of every table and column what the dictionary says (B33)", async () => {
  await expect(text()).toMatchFileSnapshot(document);
});

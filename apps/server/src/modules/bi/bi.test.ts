import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import {
  biEndpoints,
  biRowsPath,
  reportEndpoints,
  type BiColumn,
  type ReportFigures,
} from "@veche/contracts";
import {
  at,
  happeningsIn,
  type Office,
} from "../../../tests/office-happenings.ts";
import { openOffice } from "../../../tests/office.ts";
import { dictionary } from "./dictionary/index.ts";

type Row = Readonly<Record<string, unknown>>;

/** All rows of a view, as a tool sees them whose clocks are Moscow's. */
async function rowsOf({ world }: Office, view: string): Promise<Row[]> {
  const { db } = world.test.database;
  return db.transaction().execute(async (tx) => {
    await sql`SET LOCAL TimeZone = 'Europe/Moscow'`.execute(tx);
    const { rows } = await sql<{ row: Row }>`
      SELECT to_jsonb(asked) AS row FROM ${sql.table(`bi.${view}`)} asked`.execute(
      tx,
    );
    return rows.map(({ row }) => row);
  });
}

/** A day of every kind: in time, late, given up, handed on, an operator's own call, one going on, one that waits. */
async function day(office: Office) {
  const put = happeningsIn(office);
  const olga = await put.operator("Olga", { state: "available" });
  const nina = await put.operator("Nina", { state: "available" });
  const ended = { state: "ended", endReason: "completed" } as const;
  const quick = await put.request(
    "Secret Carl",
    {
      ...{ ...ended, createdAt: at("09:00:00"), acceptedAt: at("09:00:10") },
      endedAt: at("09:05:10"),
    },
    olga,
  );
  await put.rung(quick, nina);
  await put.wrappedUp(quick, at("09:05:10"), at("09:05:40"));
  await put.rated(quick, 5, at("09:05:10"));
  const handed = await put.request(
    "Secret Dora",
    {
      ...{ ...ended, createdAt: at("09:10:00"), acceptedAt: at("09:10:21") },
      endedAt: at("09:12:21"),
    },
    olga,
  );
  await put.handedOver(handed, nina, olga);
  await put.rated(handed, 3, at("09:12:21"));
  await put.request("Secret Eve", {
    ...{ state: "ended", endReason: "abandoned", createdAt: at("10:00:00") },
    endedAt: at("10:01:00"),
  });
  await put.request(
    "Secret Fred",
    {
      ...{ ...ended, origin: "operator", createdAt: at("10:30:00") },
      ...{ acceptedAt: at("10:30:05"), endedAt: at("10:31:00") },
    },
    nina,
  );
  await put.request(
    "Secret Gina",
    {
      ...{ state: "active", createdAt: at("11:00:00") },
      acceptedAt: at("11:00:30"),
    },
    nina,
  );
  await put.request("Secret Hugo", {
    ...{ state: "waiting", createdAt: at("11:59:00") },
  });
  return { quick, handed };
}

const ms = (seconds: unknown): unknown =>
  typeof seconds === "number" ? seconds * 1000 : seconds;

/** A row of the view of days in the words of a report. */
const asReport = (row: Row): Partial<ReportFigures> =>
  ({
    offered: row["offered"],
    answered: row["answered"],
    abandoned: row["abandoned"],
    answeredInTime: row["answered_within_20_s"],
    handled: row["handled"],
    abandonedShare: row["abandoned_share"],
    serviceLevel: row["service_level_20_s"],
    meanWaitMs: ms(row["mean_wait_seconds"]),
    longestWaitMs: ms(row["longest_wait_seconds"]),
    meanHandleMs: ms(row["mean_handle_seconds"]),
    meanWrapUpMs: ms(row["mean_wrap_up_seconds"]),
    rated: row["rated"],
    satisfiedShare: row["satisfied_share"],
    meanPeople: row["mean_people_rating"],
    meanTechnology: row["mean_technology_rating"],
    // The database's words for the same numbers; the comparison tells whether they are.
  }) as Partial<ReportFigures>;

const databaseTypes: Readonly<Record<BiColumn["type"], readonly string[]>> = {
  uuid: ["uuid"],
  text: ["text"],
  integer: ["integer"],
  number: ["double precision", "integer"],
  boolean: ["boolean"],
  timestamp: ["timestamp with time zone"],
  date: ["date"],
};

describe("the views for analysts (B33)", () => {
  it("have the columns of the dictionary, no other and none less", async () => {
    await using office = await openOffice();
    const { rows } = await sql<{ view: string; name: string; type: string }>`
      SELECT table_name AS view, column_name AS name, data_type AS type
      FROM information_schema.columns WHERE table_schema = 'bi' ORDER BY table_name, ordinal_position`.execute(
      office.world.test.database.db,
    );
    const told = dictionary.tables
      .toSorted((one, other) => (one.name < other.name ? -1 : 1))
      .flatMap(({ name: view, columns }) =>
        columns.map(({ name, type }) => ({ view, name, type })),
      );
    expect(rows.map(({ view, name }) => `${view}.${name}`)).toEqual(
      told.map(({ view, name }) => `${view}.${name}`),
    );
    for (const [place, { type }] of told.entries())
      expect(databaseTypes[type]).toContain(rows[place]?.type);
  });

  it("count a day as the report counts it", async () => {
    await using office = await openOffice();
    await day(office);
    const { body } = await office.as("supervisor", reportEndpoints.getReport, {
      query: {
        ...{ from: "2026-03-02", to: "2026-03-02", by: "day" },
        ...{ timeZone: "Europe/Moscow", withinSeconds: 20 },
      },
    });
    const [row, ...others] = await rowsOf(office, "days");
    expect(others).toEqual([]);
    expect(row).toMatchObject({ day: "2026-03-02", queue: "Support" });
    const { stillWaiting, ...figures } = body.total;
    expect(stillWaiting).toBe(1);
    expect(figures).toMatchObject({ offered: 5, answered: 3, rated: 2 });
    expect(asReport(row ?? {})).toEqual(figures);
  });

  it("tell each session, whoever served in it and how it was written down", async () => {
    await using office = await openOffice();
    const { quick, handed } = await day(office);
    const of = async (view: string, requestId: string) =>
      (await rowsOf(office, view)).filter(
        (row) => row["request_id"] === requestId,
      );
    expect(await of("sessions", quick)).toMatchObject([
      {
        ...{ result: "answered", operator: "Olga", wait_seconds: 10 },
        ...{ session_seconds: 300, wrap_up_seconds: 30, handle_seconds: 330 },
        ...{ offer_count: 1, transfer_count: 0, people_rating: 5 },
      },
    ]);
    expect(await of("offers", quick)).toMatchObject([
      { operator: "Nina", outcome: null, ring_seconds: null },
    ]);
    expect(await of("turns", handed)).toMatchObject([
      { operator: "Nina", turn_seconds: 49, ending: "handed_over" },
      { operator: "Olga", turn_seconds: 71, ending: "ended" },
    ]);
    expect(await of("wrap_ups", quick)).toMatchObject([
      { operator: "Olga", wrap_up_seconds: 30, outcome_en: null },
    ]);
    expect(await of("ratings", handed)).toMatchObject([
      { people: 3, technology: 3, by_link: false },
    ]);
    const results = await rowsOf(office, "sessions");
    expect(
      results.map(({ result, wait_seconds: wait }) => [result, wait]),
    ).toEqual(
      expect.arrayContaining([
        ["abandoned", 60],
        ["waiting", null],
      ]),
    );
  });

  it("name no customer", async () => {
    await using office = await openOffice();
    await day(office);
    for (const { name } of dictionary.tables)
      expect(JSON.stringify(await rowsOf(office, name))).not.toContain(
        "Secret",
      );
  });

  it("are all that their role reads", async () => {
    await using office = await openOffice();
    await day(office);
    const asAnalyst = (statement: string) =>
      office.world.test.database.db.transaction().execute(async (tx) => {
        await sql`SET LOCAL ROLE veche_bi`.execute(tx);
        return sql.raw(statement).execute(tx);
      });
    for (const { name } of dictionary.tables)
      await asAnalyst(`SELECT * FROM bi.${name}`);
    for (const refused of [
      "SELECT * FROM public.requests",
      "SELECT * FROM public.messages",
      "DELETE FROM public.ratings",
    ])
      await expect(asAnalyst(refused)).rejects.toThrow(/permission denied/);
  });
});

describe("rows for a table of one's own (B33)", () => {
  const url = (table: string, query: Readonly<Record<string, string>> = {}) =>
    `${biRowsPath(table)}?${new URLSearchParams({
      ...{ from: "2026-03-02", to: "2026-03-02", timeZone: "Europe/Moscow" },
      ...query,
    }).toString()}`;

  it("come as CSV of the days that were asked for, by the clocks of the zone", async () => {
    await using office = await openOffice();
    await day(office);
    const put = happeningsIn(office);
    await put.request("Ida", {
      ...{ state: "ended", endReason: "abandoned" },
      createdAt: new Date("2026-03-01T23:59:40+03:00"),
      endedAt: new Date("2026-03-01T23:59:50+03:00"),
    });
    const lines = async (
      table: string,
      query?: Readonly<Record<string, string>>,
    ) => {
      const answer = await office.download("supervisor", url(table, query));
      expect(answer.status).toBe(200);
      return answer.text.replace("\uFEFF", "").trimEnd().split("\r\n");
    };
    const [head, ...rows] = await lines("sessions");
    expect(head).toMatch(/^request_id,requested_at,accepted_at,/);
    expect(rows).toHaveLength(6);
    expect(rows[0]).toContain(",2026-03-02 09:00:00+03,");
    const both = { from: "2026-03-01" };
    expect(await lines("sessions", both)).toHaveLength(8);
    // In Omsk it was three hours later: Monday had begun.
    expect(await lines("sessions", { timeZone: "Asia/Omsk" })).toHaveLength(8);
    expect(await lines("days", both)).toEqual([
      expect.stringMatching(/^day,queue_id,queue,offered,/),
      expect.stringMatching(/^2026-03-01,[^,]+,Support,1,0,1,/),
      expect.stringMatching(/^2026-03-02,[^,]+,Support,5,3,1,/),
    ]);
    for (const { name, columns } of dictionary.tables)
      expect((await lines(name))[0]).toBe(
        columns.map((column) => column.name).join(","),
      );
  });

  it("leave a line in the trail, and what was refused none", async () => {
    await using office = await openOffice();
    await office.download("supervisor", url("ratings"));
    await office.download("operator", url("ratings"));
    await office.download("supervisor", url("ratings", { from: "" }));
    const events = await office.world.test.outboxEvents();
    expect(events.filter(({ type }) => type === "bi.exported")).toMatchObject([
      {
        ...{ table: "ratings", from: "2026-03-02", to: "2026-03-02" },
        actor: { name: "supervisor" },
      },
    ]);
  });

  it("and their description are for supervisors and administrators", async () => {
    await using office = await openOffice();
    const { getBiTables } = biEndpoints;
    for (const role of ["employee", "operator"] as const) {
      expect(await office.as(role, getBiTables)).toMatchObject({ status: 403 });
      expect((await office.download(role, url("days"))).status).toBe(403);
    }
    expect((await office.as("admin", getBiTables)).body).toEqual(dictionary);
    for (const wrong of [
      url("requests"),
      url("days", { timeZone: "Mars/Olympus" }),
      url("days", { to: "2026-03-01" }),
      url("days", { from: "" }),
      biRowsPath("days"),
    ]) {
      const { status, text } = await office.download("admin", wrong);
      expect([status, JSON.parse(text)]).toMatchObject([
        400,
        { code: "request.invalid" },
      ]);
    }
  });
});

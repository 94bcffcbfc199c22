import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import {
  cannedAnswerEndpoints,
  MAX_CANNED_ANSWERS,
  type CannedAnswerId,
} from "@veche/contracts";
import { openOffice } from "../../../tests/office.ts";
import { newId } from "../../../tests/service-windows.ts";

const {
  listCannedAnswers,
  createCannedAnswer,
  updateCannedAnswer,
  deleteCannedAnswer,
} = cannedAnswerEndpoints;

const hello = {
  title: "Greeting",
  shortcut: "Hello",
  text: "Hello, {{customer.name}}! {{operator.name}} of {{company}} is here.",
};

describe("canned answers", () => {
  it("are kept by supervisors and administrators, and seen by everybody who serves", async () => {
    await using office = await openOffice();
    const { as } = office;
    const made = await as("supervisor", createCannedAnswer, { body: hello });
    expect(made).toMatchObject({
      status: 201,
      body: { ...hello, shortcut: "hello" },
    });
    await as("admin", createCannedAnswer, {
      body: { ...hello, title: "delivery", shortcut: "доставка" },
    });
    const { body } = await as("operator", listCannedAnswers);
    expect(body.items.map(({ title }) => title)).toEqual([
      "delivery",
      "Greeting",
    ]);
    const asked = { params: { answerId: made.body.id }, body: hello };
    for (const [endpoint, input] of [
      [createCannedAnswer, { body: hello }],
      [updateCannedAnswer, asked],
      [deleteCannedAnswer, { params: asked.params }],
    ] as const)
      expect(await as("operator", endpoint, input)).toMatchObject({
        code: "auth.forbidden",
      });
    expect(await as("employee", listCannedAnswers)).toMatchObject({
      code: "auth.forbidden",
    });
  });

  it("are changed and removed; the trail knows of each", async () => {
    await using office = await openOffice();
    const { as, world } = office;
    const made = await as("admin", createCannedAnswer, { body: hello });
    world.clock.advance(1_000);
    const params = { answerId: made.body.id };
    const changed = await as("admin", updateCannedAnswer, {
      params,
      body: { ...hello, text: "Good day!" },
    });
    expect(changed.body).toMatchObject({
      text: "Good day!",
      createdAt: made.body.createdAt,
      updatedAt: world.clock.now().toISOString(),
    });
    expect((await as("admin", deleteCannedAnswer, { params })).status).toBe(
      204,
    );
    for (const gone of [
      await as("admin", deleteCannedAnswer, { params }),
      await as("admin", updateCannedAnswer, { params, body: hello }),
    ])
      expect(gone.code).toBe("request.not_found");
    const { rows } = await sql<{ change: string }>`
      select payload ->> 'change' as change from outbox
      where type = 'canned_answer.changed' order by id`.execute(
      world.test.database.db,
    );
    expect(rows.map(({ change }) => change)).toEqual([
      "created",
      "changed",
      "deleted",
    ]);
  });

  it("have a shortcut each, whatever its case and however its letters are composed", async () => {
    await using office = await openOffice();
    const { as } = office;
    await as("admin", createCannedAnswer, {
      body: { ...hello, shortcut: "Мой" },
    });
    expect(
      await as("admin", createCannedAnswer, {
        body: { ...hello, shortcut: "мои\u0306".normalize("NFC") },
      }),
    ).toMatchObject({ status: 409, code: "canned_answer.shortcut_taken" });
    const other = await as("admin", createCannedAnswer, { body: hello });
    const params = { answerId: other.body.id };
    expect(
      await as("admin", updateCannedAnswer, {
        params,
        body: { ...hello, shortcut: "МОЙ" },
      }),
    ).toMatchObject({ status: 409, code: "canned_answer.shortcut_taken" });
    // Its own stays its own.
    expect(
      (await as("admin", updateCannedAnswer, { params, body: hello })).status,
    ).toBe(200);
    const twice = { body: { ...hello, shortcut: "once" } };
    const answers = await Promise.all([
      as("admin", createCannedAnswer, twice),
      as("supervisor", createCannedAnswer, twice),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it("name no variable that does not exist", async () => {
    await using office = await openOffice();
    const refused = await office.as("admin", createCannedAnswer, {
      body: { ...hello, text: "Your order {{order.id}}, {{customer.name}}" },
    });
    expect(refused).toMatchObject({
      status: 422,
      code: "canned_answer.variable_unknown",
      issues: ["/text"],
    });
    expect(JSON.stringify(refused.body)).toContain("{{order.id}}");
  });

  it("are not more than the list can hold", async () => {
    await using office = await openOffice();
    const { as, world } = office;
    const at = world.clock.now();
    await world.test.database.db
      .insertInto("cannedAnswers")
      .values(
        Array.from({ length: MAX_CANNED_ANSWERS }, (_, index) => ({
          id: newId<CannedAnswerId>(),
          title: "Greeting",
          shortcut: `hello${String(index)}`,
          text: "Hello!",
          createdAt: at,
          updatedAt: at,
        })),
      )
      .execute();
    expect(
      await as("admin", createCannedAnswer, { body: hello }),
    ).toMatchObject({ status: 409, code: "canned_answer.too_many" });
    const { body } = await as("operator", listCannedAnswers);
    expect(body.items).toHaveLength(MAX_CANNED_ANSWERS);
  });
});

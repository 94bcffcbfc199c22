import { describe, expect, it } from "vitest";
import { openService } from "../../../tests/contact-centre.ts";
import { ask } from "../../../tests/service-scenes.ts";

describe("two nodes on one database", () => {
  it("deciding at the same time ring nobody twice and leave nobody waiting", async () => {
    await using world = await openService();
    const other = await world.anotherNode();
    const operators = [];
    for (const name of ["A", "B", "C", "D", "E"])
      operators.push(await world.available(name));
    for (const operator of operators)
      await operator.send("operator.set_state", {
        state: "break",
        breakReason: null,
      });
    const customers = [];
    for (const name of ["K", "L", "M", "N", "O", "P"])
      customers.push(await world.visitor(name));
    for (const customer of customers) await ask(customer, "chat");
    await world.settle();

    const coming = operators.map((operator) =>
      operator.send("operator.set_state", {
        state: "available",
        breakReason: null,
      }),
    );
    const routing = Array.from({ length: 20 }, () => other.route());
    await Promise.all([...coming, ...routing]);
    await world.settle();

    const made = (await world.test.outboxEvents()).filter(
      (event) => event.type === "offer.made",
    );
    expect(made).toHaveLength(5);
    expect(new Set(made.map((event) => event.operatorId)).size).toBe(5);
    expect(new Set(made.map((event) => event.requestId)).size).toBe(5);
  });
});

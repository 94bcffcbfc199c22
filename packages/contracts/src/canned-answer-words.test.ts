import { describe, expect, it } from "vitest";
import { filledIn, unknownVariablesIn } from "./canned-answer-words.ts";

const values = {
  "customer.name": "Maria",
  "operator.name": "Boris",
  company: "Veche",
  "page.title": "Delivery",
};

describe("a canned answer", () => {
  it("is filled in wherever a variable stands, with blanks inside the braces too", () => {
    expect(
      filledIn(
        "{{customer.name}}, this is {{ operator.name }} of {{company}}. {{customer.name}}?",
        values,
      ),
    ).toBe("Maria, this is Boris of Veche. Maria?");
  });

  it("takes values as they are, whatever they look like", () => {
    expect(
      filledIn("Hello {{customer.name}}", {
        ...values,
        "customer.name": "$& {{company}}",
      }),
    ).toBe("Hello $& {{company}}");
  });

  it("keeps braces that name no variable", () => {
    const text = "{customer.name} {{order}} {{}} {{customer.name";
    expect(filledIn(text, values)).toBe(text);
  });

  it("names what is no variable, each once", () => {
    expect(
      unknownVariablesIn("{{order}} {{company}} {{ order }} {{Company}}"),
    ).toEqual(["order", "Company"]);
    expect(unknownVariablesIn("{{customer.name}} {company} }} {{")).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { draftOf, fieldsOf, problemsOf } from "./application-draft.ts";

const typed = {
  ...draftOf(undefined),
  name: " Orders ",
  key: "orders",
  origins: "https://erp.example/orders/42\nhttps://ERP.example",
};

describe("the form of an application", () => {
  it("takes pasted addresses for their origins, each once, and an empty webhook for none", () => {
    expect(problemsOf(typed)).toEqual({});
    expect(fieldsOf(typed)).toEqual({
      name: "Orders",
      origins: ["https://erp.example"],
      matchUsersBy: "email",
      webhookUrl: null,
    });
  });

  it("says what is wrong, by field", () => {
    expect(
      problemsOf({
        name: " ",
        key: "Заказы",
        origins: "erp.example",
        matchUsersBy: "login",
        webhookUrl: "erp.example/hook",
      }),
    ).toEqual({
      name: "apps.nameMissing",
      key: "apps.keyInvalid",
      origins: "sites.originsInvalid",
      webhookUrl: "apps.webhookInvalid",
    });
  });
});

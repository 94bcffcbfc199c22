import type { Veche } from "@veche/sdk";

/** Says what your orders tell, once, and keeps their cards whenever they change. */
export async function keepOrders(veche: Veche): Promise<void> {
  await veche.keepObjectType({
    type: "order",
    title: { ru: "Заказ", en: "Order" },
    fields: [
      {
        key: "status",
        label: { ru: "Состояние", en: "Status" },
        kind: "choice",
        choices: [
          { key: "new", label: { ru: "Новый", en: "New" }, tone: "accent" },
          {
            key: "paid",
            label: { ru: "Оплачен", en: "Paid" },
            tone: "positive",
          },
        ],
      },
      {
        key: "total",
        label: { ru: "Сумма", en: "Total" },
        kind: "money",
        currency: "RUB",
      },
      {
        key: "manager",
        label: { ru: "Ведёт", en: "Manager" },
        kind: "person",
      },
    ],
    sections: [
      { title: null, columnCount: 2, fields: ["status", "total", "manager"] },
    ],
    isOn: true,
  });
  await veche.keepObjects([
    {
      type: "order",
      id: "42",
      title: "Order 42",
      url: "https://erp.example.com/orders/42",
      fields: { status: "new", total: "1250.50", manager: "anna" },
    },
  ]);
}

import type { ContextObject, ObjectType } from "@veche/contracts";

export const DEMO_ORDERS_KEY = "demo-orders";

/** What the demo orders tell: a form in two columns and a table. */
export const orderType: ObjectType = {
  type: "order",
  title: { ru: "Заказ", en: "Order" },
  fields: [
    {
      key: "customer",
      label: { ru: "Заказчик", en: "Customer" },
      kind: "text",
    },
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
        {
          key: "sent",
          label: { ru: "Отправлен", en: "Sent" },
          tone: "caution",
        },
        { key: "closed", label: { ru: "Закрыт", en: "Closed" }, tone: "quiet" },
      ],
    },
    { key: "dueOn", label: { ru: "Срок", en: "Due" }, kind: "date" },
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
    {
      key: "comment",
      label: { ru: "Примечание", en: "Note" },
      kind: "text",
    },
    {
      key: "lines",
      label: { ru: "Состав", en: "Items" },
      kind: "table",
      columns: [
        { key: "item", label: { ru: "Товар", en: "Item" }, kind: "text" },
        { key: "count", label: { ru: "Число", en: "Count" }, kind: "number" },
        {
          key: "price",
          label: { ru: "Цена", en: "Price" },
          kind: "money",
          currency: "RUB",
        },
      ],
    },
  ],
  sections: [
    {
      title: null,
      columnCount: 2,
      fields: ["customer", "status", "dueOn", "total", "manager"],
    },
    { title: null, columnCount: 1, fields: ["comment", "lines"] },
  ],
  isOn: true,
};

const order = (
  id: string,
  title: string,
  fields: ContextObject["fields"],
): ContextObject => ({ type: "order", id, title, url: null, fields });

export const demoOrders: readonly [ContextObject, ...ContextObject[]] = [
  order("1042", "Заказ 1042 · Чайная «Липа»", {
    customer: "Чайная «Липа»",
    status: "new",
    dueOn: "2026-12-04",
    total: "18400.00",
    manager: "anna",
    comment: "Доставка до 11 часов",
    lines: [
      { item: "Чайник керамический", count: 8, price: "1800.00" },
      { item: "Поднос буковый", count: 4, price: "1000.00" },
    ],
  }),
  order("1043", "Заказ 1043 · Northside Studio", {
    customer: "Northside Studio",
    status: "paid",
    dueOn: "2026-12-11",
    total: "7350.00",
    manager: "boris",
    comment: "",
    lines: [{ item: "Лампа настольная", count: 3, price: "2450.00" }],
  }),
  order("1044", "Заказ 1044 · Пекарня на Садовой", {
    customer: "Пекарня на Садовой",
    status: "sent",
    dueOn: "2026-11-27",
    total: "5200.00",
    manager: "vera",
    comment: "Позвонить перед выездом",
    lines: [{ item: "Корзина ивовая", count: 13, price: "400.00" }],
  }),
];

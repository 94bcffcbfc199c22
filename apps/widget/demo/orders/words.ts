export const words = {
  ru: {
    brand: "Учёт заказов",
    you: "Вы вошли как",
    status: "Состояние",
    due: "Срок",
    note: "Примечание",
    save: "Сохранить",
    saved: "Сохранено",
    failed: "Не сохранилось: проверьте связь и нажмите ещё раз",
    new: "Новый",
    paid: "Оплачен",
    sent: "Отправлен",
    closed: "Закрыт",
  },
  en: {
    brand: "Order desk",
    you: "Signed in as",
    status: "Status",
    due: "Due",
    note: "Note",
    save: "Save",
    saved: "Saved",
    failed: "Not saved: check the connection and press again",
    new: "New",
    paid: "Paid",
    sent: "Sent",
    closed: "Closed",
  },
} as const;

export type OrderLanguage = keyof typeof words;
export type OrderWord = keyof (typeof words)["ru"];

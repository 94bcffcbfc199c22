import type { Language, Role } from "@veche/contracts";

export interface DemoPerson {
  readonly login: string;
  readonly password: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly language: Language;
  readonly position: string;
  /** From the top of the tree down. */
  readonly department: string;
  readonly phone: string;
  /** A login; nobody leads the head of the company. */
  readonly manager?: string;
}

/** The staff of the demo company; their logins are printed at the start, and production refuses them. */
export const demoPeople: readonly DemoPerson[] = [
  {
    login: "admin",
    password: "admin-demo-2026",
    name: "Алексей Морозов",
    roles: ["admin", "employee"],
    language: "ru",
    position: "Технический директор",
    department: "Правление",
    phone: "+7 495 000-10-01",
  },
  {
    login: "anna",
    password: "anna-demo-2026",
    name: "Анна Белова",
    roles: ["operator", "employee"],
    language: "ru",
    position: "Ведущий менеджер",
    department: "Магазин / Клиенты",
    phone: "+7 495 000-10-21",
    manager: "vera",
  },
  {
    login: "boris",
    password: "boris-demo-2026",
    name: "Boris Clarke",
    roles: ["operator", "employee"],
    language: "en",
    position: "Customer manager",
    department: "Магазин / Клиенты",
    phone: "+7 495 000-10-22",
    manager: "vera",
  },
  {
    login: "vera",
    password: "vera-demo-2026",
    name: "Вера Соколова",
    roles: ["supervisor", "employee"],
    language: "ru",
    position: "Руководитель магазина",
    department: "Магазин",
    phone: "+7 495 000-10-20",
    manager: "admin",
  },
];

/** A customer whom the demo shop knows by name. */
export const demoCustomer = {
  externalId: "customer-1042",
  name: "Мария Петрова",
  email: "maria.petrova@example.com",
  phone: "+7 900 000-10-42",
  attributes: { plan: "Постоянный покупатель", orders: "12" },
} as const;

/** One message of a demo conversation. Who is named with `@` and their full name is mentioned. */
export interface DemoLine {
  readonly by: string;
  readonly body: string;
  /** Answers the line of this index. */
  readonly answers?: number;
  readonly reactions?: Readonly<Record<string, readonly string[]>>;
  readonly isPinned?: true;
  readonly hasPicture?: true;
}

export interface DemoTalk {
  readonly kind: "group" | "channel" | "direct";
  /** Of a direct one: null. */
  readonly title: string | null;
  readonly about: string | null;
  readonly access: "open" | "invited";
  readonly posting: "members" | "admins";
  /** Logins; the first owns it. */
  readonly members: readonly string[];
  readonly lines: readonly DemoLine[];
  /** So many of the last lines nobody but their authors has read yet. */
  readonly unread: number;
}

const news: DemoTalk = {
  kind: "channel",
  title: "Новости компании",
  about: "Главное о компании. Пишут администраторы, читают все.",
  access: "open",
  posting: "admins",
  members: ["admin", "anna", "boris", "vera"],
  unread: 1,
  lines: [
    {
      by: "admin",
      body: "# Добро пожаловать в Вече\n\nЗдесь вся наша работа: **переписка**, звонки и обращения покупателей.\n\n- новый разговор — плюс над списком;\n- поиск по всему — `Ctrl K`;\n- демо-магазин с кнопкой связи — по адресу `/shop/`.",
      isPinned: true,
      reactions: { "🎉": ["anna", "boris", "vera"], "👍": ["vera"] },
    },
    {
      by: "admin",
      body: "В пятницу в 16:00 общий созвон: итоги месяца и планы на весну. Вопросы присылайте заранее.",
      reactions: { "👀": ["anna"] },
    },
  ],
};

const showcase: DemoTalk = {
  kind: "group",
  title: "Весенняя витрина",
  about: "Готовим магазин к весне: каталог, цены, фотографии.",
  access: "invited",
  posting: "members",
  members: ["anna", "boris", "vera", "admin"],
  unread: 2,
  lines: [
    {
      by: "anna",
      body: "Коллеги, витрина почти готова. Осталось проверить цены и фотографии.",
    },
    {
      by: "boris",
      body: "Prices are checked. I found one product without a discount, here is the query:\n\n```sql\nSELECT name, price\nFROM products\nWHERE season = 'spring' AND discount IS NULL;\n```",
      reactions: { "🔥": ["anna"] },
    },
    {
      by: "vera",
      body: "Спасибо! Скидку добавлю сегодня, до 18:00.",
      answers: 1,
      reactions: { "👍": ["anna", "boris"] },
    },
    {
      by: "anna",
      body: "Вот как витрина смотрится сейчас:",
      hasPicture: true,
      reactions: { "❤️": ["vera"], "👍": ["admin", "boris"] },
    },
    {
      by: "vera",
      body: "@Boris Clarke посмотри, пожалуйста, вторую полку: не слишком тесно?",
    },
    { by: "boris", body: "Looks good to me 👌", answers: 4 },
  ],
};

const lunch: DemoTalk = {
  kind: "channel",
  title: "Обеды",
  about: "Кто, где и во сколько обедает. Вступайте!",
  access: "open",
  posting: "members",
  members: ["vera", "anna"],
  unread: 0,
  lines: [
    {
      by: "vera",
      body: "Сегодня в 13:00 идём в столовую на углу. Кто с нами?",
    },
    { by: "anna", body: "Я!", reactions: { "😋": ["vera"] } },
  ],
};

const pair = (one: string, other: string) =>
  ({
    kind: "direct",
    title: null,
    about: null,
    access: "invited",
    posting: "members",
    members: [one, other],
  }) as const;

const shift: DemoTalk = {
  ...pair("anna", "vera"),
  unread: 1,
  lines: [
    { by: "vera", body: "Анна, подменишь меня завтра на линии с 10 до 12?" },
    {
      by: "anna",
      body: "Да, конечно. Напомни, пожалуйста, утром.",
      answers: 0,
    },
    { by: "vera", body: "Спасибо! С меня кофе ☕" },
  ],
};

/** The last of them is made last: where it stands, all of them do. */
export const demoTalks: readonly DemoTalk[] = [
  lunch,
  shift,
  showcase,
  news,
  {
    ...pair("admin", "boris"),
    unread: 1,
    lines: [
      {
        by: "admin",
        body: "Hi Boris! Welcome aboard. The team talks in **Весенняя витрина**, the company news are in **Новости компании**. Ask me anything.",
      },
    ],
  },
];

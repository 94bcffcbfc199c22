import { Type } from "typebox";
import {
  closed,
  ContextObject,
  endpoint,
  LanguageSchema,
  type Language,
} from "@veche/contracts";
import { createVeche, type Veche } from "@veche/sdk";
import { AppError } from "../../platform/app-error.ts";
import { route, type Route } from "../../platform/http/route.ts";
import type { Objects } from "../../modules/objects/index.ts";
import { DEMO_ORDERS_KEY, demoOrders, orderType } from "./order-cards.ts";
import { demoPeople } from "./people.ts";

const tag = "Demo orders";
const access = { kind: "public" } as const;
const statuses = ["new", "paid", "sent", "closed"] as const;

const listOrders = endpoint({
  method: "GET",
  path: "/orders/api/orders",
  tag,
  summary: "What a business application's own page shows",
  access,
  status: 200,
  response: closed({
    orders: Type.Array(ContextObject),
    people: Type.Array(closed({ login: Type.String(), name: Type.String() })),
  }),
  errors: [],
});
const saveOrder = endpoint({
  method: "PUT",
  path: "/orders/api/orders/:id",
  tag,
  summary: "A form of the business application is saved",
  access,
  params: closed({ id: Type.String({ maxLength: 20 }) }),
  body: closed({
    status: Type.Union(statuses.map((status) => Type.Literal(status))),
    dueOn: Type.String({ pattern: "^\\d{4}-\\d\\d-\\d\\d$" }),
    comment: Type.String({ maxLength: 500 }),
    language: LanguageSchema,
  }),
  status: 200,
  response: ContextObject,
  errors: ["object.not_found", "request.invalid"],
});
const embedToken = endpoint({
  method: "GET",
  path: "/orders/api/token",
  tag,
  summary: "What a business application's server signs for its page",
  access,
  query: closed({
    order: Type.String({ maxLength: 20 }),
    user: Type.String({ maxLength: 64 }),
  }),
  status: 200,
  response: closed({ token: Type.String() }),
  errors: ["object.not_found"],
});

export interface DemoOrdersDeps {
  readonly objects: Pick<Objects, "secretOf">;
  /** This server, as a program on the same machine reaches it. */
  readonly serverUrl: string;
  /** Where people open this server's pages. */
  readonly publicUrl: string;
}

/** Plays a business application's server: it keeps its orders and talks about them through the SDK, as any would. */
export function demoOrdersRoutes(deps: DemoOrdersDeps): readonly Route[] {
  const open = opener(deps);
  const named = (id: string) => {
    const order = demoOrders.find((one) => one.id === id);
    if (order === undefined) throw new AppError("object.not_found");
    return { type: order.type, id: order.id };
  };
  return [
    route(listOrders, async () => {
      const veche = await open();
      return {
        orders: await Promise.all(demoOrders.map((one) => veche.object(one))),
        people: demoPeople.map(({ login, name }) => ({ login, name })),
      };
    }),
    route(saveOrder, async ({ params, body }) => {
      const veche = await open();
      const order = await veche.object(named(params.id));
      const { language, ...fields } = body;
      const saved = { ...order, fields: { ...order.fields, ...fields } };
      await veche.keepObjects([saved]);
      if (order.fields["status"] !== fields.status)
        await tellStatus(veche, saved, language);
      return saved;
    }),
    route(embedToken, async ({ query }) => {
      const veche = await open();
      return { token: veche.embedToken(query.user, named(query.order)) };
    }),
  ];
}

/** The first question describes the orders to the server and keeps their cards; the next ones find that done. */
function opener({
  objects,
  serverUrl,
  publicUrl,
}: DemoOrdersDeps): () => Promise<Veche> {
  let ready: Promise<Veche> | undefined;
  const prepare = async (): Promise<Veche> => {
    const secret = await objects.secretOf(DEMO_ORDERS_KEY);
    if (secret === undefined) throw new AppError("application.refused");
    const veche = createVeche({ url: serverUrl, key: DEMO_ORDERS_KEY, secret });
    await veche.keepObjectType(orderType);
    const [first] = demoOrders;
    const isKept = await veche.object(first).then(
      () => true,
      () => false,
    );
    if (!isKept)
      await veche.keepObjects(
        demoOrders.map((order) => ({
          ...order,
          url: `${publicUrl}/orders/?order=${order.id}`,
        })),
      );
    return veche;
  };
  return () => {
    ready ??= prepare().catch((error: unknown) => {
      ready = undefined;
      throw error;
    });
    return ready;
  };
}

async function tellStatus(
  veche: Veche,
  order: ContextObject,
  language: Language,
): Promise<void> {
  const field = orderType.fields.find(({ key }) => key === "status");
  const choices = field?.kind === "choice" ? field.choices : [];
  const label = choices.find(({ key }) => key === order.fields["status"])
    ?.label[language];
  const { id } = await veche.openConversation(order);
  await veche.post(id, {
    body:
      language === "ru"
        ? `Состояние заказа: ${label ?? ""}`
        : `The order's status: ${label ?? ""}`,
  });
}

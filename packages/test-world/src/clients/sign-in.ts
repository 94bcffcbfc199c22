import {
  authEndpoints,
  widgetEndpoints,
  type CustomerRequest,
  type ConversationId,
  type Language,
} from "@veche/contracts";
import { callEndpoint } from "./api.ts";
import { demoSiteKey } from "./people.ts";
import { createPerson, type Person } from "./person.ts";

export interface Credentials {
  readonly login: string;
  readonly password: string;
}

/** Where the server is, and where its socket is when something stands between. */
export interface Place {
  readonly baseUrl: string;
  readonly socketUrl?: string;
}

/** Signs a user in; the line is not started yet. Rejects with `ApiRefusal`. */
export async function signIn(
  place: Place,
  { login, password }: Credentials,
): Promise<Person> {
  const { headers } = await callEndpoint(
    { baseUrl: place.baseUrl, headers: { origin: place.baseUrl } },
    authEndpoints.signIn,
    { body: { login, password } },
  );
  const cookie = headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
  return createPerson({ ...place, headers: { origin: place.baseUrl, cookie } });
}

export interface VisitOptions {
  readonly visitorToken?: string;
  readonly identityToken?: string;
  readonly siteKey?: string;
  readonly language?: Language;
}

/** A customer on the shop's page. */
export interface Visitor extends Person {
  readonly visitorToken: string;
  readonly conversationId: ConversationId;
  /** The request that the visit resumed. */
  readonly resumed: CustomerRequest | null;
}

/** Opens the widget on the shop's page; the line is not started yet. */
export async function visit(
  place: Place,
  {
    siteKey = demoSiteKey,
    language = "en",
    visitorToken,
    identityToken,
  }: VisitOptions = {},
): Promise<Visitor> {
  const origin = place.baseUrl;
  const { body } = await callEndpoint(
    { baseUrl: place.baseUrl, headers: { origin } },
    widgetEndpoints.startVisit,
    {
      body: {
        siteKey,
        language,
        pageUrl: `${origin}/shop/`,
        pageTitle: "Shop",
        ...(visitorToken === undefined ? {} : { visitorToken }),
        ...(identityToken === undefined ? {} : { identityToken }),
      },
    },
  );
  const headers = { origin, authorization: `Bearer ${body.visitorToken}` };
  const getTicket = async (): Promise<string> =>
    (
      await callEndpoint(
        { baseUrl: place.baseUrl, headers },
        authEndpoints.createRealtimeTicket,
      )
    ).body.ticket;
  const person = createPerson({ ...place, headers, getTicket });
  return {
    ...person,
    [Symbol.dispose]: () => person.line.close(),
    visitorToken: body.visitorToken,
    conversationId: body.conversationId,
    resumed: body.request,
  };
}

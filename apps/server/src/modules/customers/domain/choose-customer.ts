/** What a page that starts a visit brings with it, as far as it proved true. */
export interface Credentials {
  /** Whom the page's visitor token names; `externalId` null while anonymous. */
  readonly visitor:
    | { readonly externalId: string | null; readonly hasOpenRequest: boolean }
    | undefined;
  /** Whom the site's signed token names. */
  readonly externalId: string | undefined;
  /** Somebody of that external id is kept already. */
  readonly isKnown: boolean;
}

/**
 * `resume` the visitor goes on, under the same token · `introduce` the anonymous visitor turns out to be this known
 * customer and keeps the conversation, under a new token · `switch` the visit becomes that of the known customer kept
 * already, under a new token · `create_anonymous`, `create_known` somebody new.
 */
export type Choice =
  | { readonly kind: "resume" }
  | { readonly kind: "introduce" }
  | { readonly kind: "switch" }
  | { readonly kind: "create_anonymous" }
  | { readonly kind: "create_known" };

/**
 * Decides whose visit it is. A visitor token goes on by itself, so that a call survives moving through the site; the
 * site's newer word beats it: who signs in as somebody else never meets the former visitor's conversation. The known
 * customer's own conversation beats the anonymous one, except in the middle of a request: a call must not break
 * because somebody signed in.
 */
export function chooseCustomer({
  visitor,
  externalId,
  isKnown,
}: Credentials): Choice {
  if (externalId === undefined || visitor?.externalId === externalId) {
    return { kind: visitor === undefined ? "create_anonymous" : "resume" };
  }
  const isAnonymous = visitor?.externalId === null;
  if (isKnown) {
    return {
      kind: isAnonymous && visitor.hasOpenRequest ? "resume" : "switch",
    };
  }
  return { kind: isAnonymous ? "introduce" : "create_known" };
}

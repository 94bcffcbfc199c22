import type { Customer } from "@veche/contracts";
import type { Texts } from "../../platform/texts/texts.tsx";

export interface CustomerFact {
  readonly name: string;
  readonly value: string;
  readonly href?: string;
}

const languageNames = { ru: "Русский", en: "English" } as const;

/** The lines of a customer's card that have something to say. */
export function customerFacts(
  { t, dateTime }: Texts,
  customer: Customer,
): readonly CustomerFact[] {
  const page = customer.pageTitle ?? customer.pageUrl;
  return [
    {
      name: t("customer.id"),
      value: customer.externalId ?? t("customer.anonymous"),
    },
    ...(customer.email === null
      ? []
      : [{ name: t("customer.email"), value: customer.email }]),
    ...(customer.phone === null
      ? []
      : [{ name: t("customer.phone"), value: customer.phone }]),
    ...(page === null
      ? []
      : [
          {
            name: t("customer.page"),
            value: page,
            ...(customer.pageUrl === null ? {} : { href: customer.pageUrl }),
          },
        ]),
    { name: t("customer.language"), value: languageNames[customer.language] },
    { name: t("customer.firstSeen"), value: dateTime(customer.firstSeenAt) },
    ...(customer.isOnline
      ? []
      : [
          {
            name: t("customer.lastSeen"),
            value: dateTime(customer.lastSeenAt),
          },
        ]),
  ];
}

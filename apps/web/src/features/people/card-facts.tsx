import type { PersonCard } from "@veche/contracts";
import type { ReactNode } from "react";
import { useNow } from "../../platform/now.ts";
import { useColleagues } from "../../platform/people/colleagues.tsx";
import { useTexts, type Texts } from "../../platform/texts/texts.tsx";
import { hoursHereWords, hoursWords, timeThere } from "./hours-words.ts";
import styles from "./people.module.css";

interface Fact {
  readonly name: string;
  readonly value: ReactNode;
}

const named = (name: string, value: string | null): readonly Fact[] =>
  value === null || value === "" ? [] : [{ name, value }];

function linked(
  name: string,
  value: string | null,
  scheme: "mailto" | "tel",
): readonly Fact[] {
  if (value === null) return [];
  const target = scheme === "tel" ? value.replaceAll(/[^+\d]/g, "") : value;
  return [{ name, value: <a href={`${scheme}:${target}`}>{value}</a> }];
}

function Manager({
  manager,
}: {
  readonly manager: NonNullable<PersonCard["manager"]>;
}) {
  const { showCard } = useColleagues();
  return (
    <button
      type="button"
      className={styles["nameLink"]}
      onClick={() => showCard(manager.id)}
    >
      {manager.name}
    </button>
  );
}

/** When they work, on their clock and on the reader's. */
function timeFacts(
  texts: Texts,
  { workingHours, timeZone }: PersonCard,
  nowMs: number,
): readonly Fact[] {
  const { t } = texts;
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const here = { zone, nowMs };
  const mine = hoursHereWords(texts, { workingHours, timeZone }, here);
  return [
    ...named(t("person.hours"), hoursWords(texts, workingHours ?? [])),
    ...named(t("person.hoursHere"), mine),
    ...(timeZone === null
      ? []
      : named(
          t("person.timeThere"),
          `${timeThere(texts, timeZone, nowMs)} · ${timeZone}`,
        )),
  ];
}

function factsOf(
  texts: Texts,
  card: PersonCard,
  nowMs: number,
): readonly Fact[] {
  const { t } = texts;
  const { departments, manager } = card;
  const path = departments.map(({ name }) => name).join(" / ");
  return [
    ...named(t("person.company"), card.company),
    ...named(t("person.department"), path),
    ...(manager === null
      ? []
      : [{ name: t("person.manager"), value: <Manager manager={manager} /> }]),
    ...linked(t("person.email"), card.email, "mailto"),
    ...linked(t("person.phone"), card.phone, "tel"),
    ...timeFacts(texts, card, nowMs),
    ...named(t("person.login"), card.login),
    ...named(t("person.server"), location.host),
  ];
}

/** Everything a card says in words. */
export function CardFacts({ card }: { readonly card: PersonCard }) {
  const texts = useTexts();
  const nowMs = useNow(30_000);
  return (
    <dl className={styles["facts"]}>
      {factsOf(texts, card, nowMs).map(({ name, value }) => (
        <div key={name} className={styles["fact"]}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { PersonCard, UserId } from "@veche/contracts";
import { iconMessage } from "@veche/ui";
import type { ReactNode } from "react";
import { Icon } from "../../../platform/kit/icon.tsx";
import { Loaded } from "../../../platform/kit/loaded.tsx";
import { useNow } from "../../../platform/now.ts";
import { useTexts, type Texts } from "../../../platform/texts/texts.tsx";
import { Dialog } from "../dialogs/dialog.tsx";
import { useMessenger } from "../messenger-context.tsx";
import { Picture } from "../picture.tsx";
import { useDoing } from "../use-doing.ts";
import { weekdayWords } from "../when.ts";
import { presenceWords } from "./presence-words.ts";
import { usePresence } from "./use-presence.ts";
import { workingStretches } from "./working-hours.ts";
import styles from "./people.module.css";

interface Fact {
  readonly name: string;
  readonly value: ReactNode;
}

const hoursOf = ({ language }: Texts, hours: PersonCard["workingHours"]) =>
  workingStretches(hours ?? [])
    .map(({ fromDay, toDay, hours: said }) => {
      const from = weekdayWords(language, fromDay);
      const days =
        fromDay === toDay ? from : `${from}–${weekdayWords(language, toDay)}`;
      return `${days} ${said}`;
    })
    .join("; ");

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

function factsOf(texts: Texts, card: PersonCard): readonly Fact[] {
  const { t } = texts;
  const { departments, tags, manager } = card;
  return [
    ...named(t("person.position"), card.position),
    ...named(t("person.company"), card.company),
    ...named(
      t("person.department"),
      departments.map(({ name }) => name).join(" / "),
    ),
    ...named(t("person.manager"), manager?.name ?? null),
    ...linked(t("person.email"), card.email, "mailto"),
    ...linked(t("person.phone"), card.phone, "tel"),
    ...named(t("person.hours"), hoursOf(texts, card.workingHours)),
    ...named(t("person.timeZone"), card.timeZone),
    ...named(t("person.tags"), tags.map(({ name }) => `#${name}`).join(" ")),
    ...named(t("person.login"), card.login),
  ];
}

function Card({ card, onWrite }: CardProps) {
  const texts = useTexts();
  const { me } = useMessenger();
  const watched = usePresence(card.id);
  const nowMs = useNow(30_000);
  const { id, name, photoId, presence, isDisabled } = card;
  return (
    <div className={styles["card"]}>
      <div className={styles["who"]}>
        <Picture name={name} id={id} pictureId={photoId} size={72} />
        <span className={styles["name"]}>
          <strong>{name}</strong>
          <span className={styles["quiet"]}>
            {isDisabled
              ? texts.t("person.disabled")
              : presenceWords(texts, watched ?? presence, nowMs)}
          </span>
        </span>
      </div>
      {!isDisabled && id !== me.id && (
        <Button
          leftSection={<Icon paths={iconMessage} size={18} />}
          onClick={onWrite}
        >
          {texts.t("person.write")}
        </Button>
      )}
      <dl className={styles["facts"]}>
        {factsOf(texts, card).map(({ name: fact, value }) => (
          <FactRow key={fact} name={fact} value={value} />
        ))}
      </dl>
    </div>
  );
}

function FactRow({ name, value }: Fact) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}

interface CardProps {
  readonly card: PersonCard;
  readonly onWrite: () => void;
}

/** A colleague's card (C19). */
export function PersonDialog({
  userId,
  onClose,
}: {
  readonly userId: UserId;
  readonly onClose: () => void;
}) {
  const { t } = useTexts();
  const { asks, open } = useMessenger();
  const doing = useDoing();
  const query = useQuery({
    queryKey: ["person", userId],
    queryFn: () => asks.person(userId),
  });
  const write = () =>
    doing(
      asks.openDirect(userId).then(({ id }) => {
        onClose();
        open(id);
      }),
    );
  return (
    <Dialog onClose={onClose} title={t("person.title")}>
      <Loaded query={query}>
        {(card) => <Card card={card} onWrite={write} />}
      </Loaded>
    </Dialog>
  );
}

import { ActionIcon, Tooltip } from "@mantine/core";
import type { Person } from "@veche/contracts";
import { iconMessage } from "@veche/ui";
import type { ReactNode } from "react";
import { Icon } from "../../platform/kit/icon.tsx";
import { notifyFailure } from "../../platform/kit/notify.ts";
import { Picture } from "../../platform/kit/picture.tsx";
import { useMe } from "../../platform/me.tsx";
import { useNow } from "../../platform/now.ts";
import { useColleagues } from "../../platform/people/colleagues.tsx";
import marks from "../../platform/people/people.module.css";
import { PresenceMark } from "../../platform/people/presence-mark.tsx";
import { presenceWords } from "../../platform/people/presence-words.ts";
import { usePresence } from "../../platform/people/use-presence.ts";
import { useTexts } from "../../platform/texts/texts.tsx";
import styles from "./directory.module.css";

function WriteButton({ person }: { readonly person: Person }) {
  const texts = useTexts();
  const { write } = useColleagues();
  const words = texts.t("people.writeTo", { name: person.name });
  return (
    <Tooltip label={words}>
      <ActionIcon
        variant="subtle"
        size="lg"
        aria-label={words}
        onClick={() =>
          void write(person.id).catch((failure: unknown) =>
            notifyFailure(texts, failure),
          )
        }
      >
        <Icon paths={iconMessage} size={18} />
      </ActionIcon>
    </Tooltip>
  );
}

/** Somebody of the company: a press on the name opens the card. */
export function PersonRow({
  person,
  action,
}: {
  readonly person: Person;
  /** In place of writing to them. */
  readonly action?: ReactNode;
}) {
  const texts = useTexts();
  const me = useMe();
  const { showCard } = useColleagues();
  const nowMs = useNow(30_000);
  const { id, name, detail, photoId } = person;
  return (
    <li className={styles["row"]}>
      <button
        type="button"
        className={styles["who"]}
        onClick={() => showCard(id)}
      >
        <span className={marks["withMark"]}>
          <Picture
            name={name}
            id={id}
            personId={id}
            pictureId={photoId}
            size={44}
          />
          <PresenceMark userId={id} />
        </span>
        <span className={styles["words"]}>
          <span className={styles["name"]}>{name}</span>
          <span className={styles["detail"]}>{detail}</span>
        </span>
      </button>
      <span className={styles["presence"]}>
        {presenceWords(texts, usePresence(id), nowMs)}
      </span>
      {action ?? (id !== me.id && <WriteButton person={person} />)}
    </li>
  );
}

import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { PersonCard } from "@veche/contracts";
import { iconMessage, iconPencil, iconPhone, iconVideo } from "@veche/ui";
import { useState } from "react";
import { Icon } from "../../platform/kit/icon.tsx";
import { notifyFailure } from "../../platform/kit/notify.ts";
import { useMe } from "../../platform/me.tsx";
import { useColleagues } from "../../platform/people/colleagues.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import styles from "./people.module.css";

interface CardActionsProps {
  readonly card: PersonCard;
  readonly onClose: () => void;
  readonly onEdit: () => void;
}

/** Closes the card when what was pressed is done; a refusal is said and leaves it open. */
function useDoing(onClose: () => void) {
  const texts = useTexts();
  const [isBusy, setBusy] = useState(false);
  const run = (work: Promise<void>) => {
    setBusy(true);
    work
      .then(onClose, (failure: unknown) => notifyFailure(texts, failure))
      .finally(() => setBusy(false));
  };
  return { isBusy, run };
}

function Reach({ card, onClose }: Omit<CardActionsProps, "onEdit">) {
  const { t } = useTexts();
  const { write, call } = useColleagues();
  const { isBusy, run } = useDoing(onClose);
  return (
    <>
      <Button
        loading={isBusy}
        leftSection={<Icon paths={iconMessage} size={18} />}
        onClick={() => run(write(card.id))}
      >
        {t("person.write")}
      </Button>
      <Button
        variant="default"
        disabled={isBusy}
        leftSection={<Icon paths={iconPhone} size={18} />}
        onClick={() => run(call(card.id, "audio"))}
      >
        {t("person.call")}
      </Button>
      <Button
        variant="default"
        disabled={isBusy}
        leftSection={<Icon paths={iconVideo} size={18} />}
        onClick={() => run(call(card.id, "video"))}
      >
        {t("person.videoCall")}
      </Button>
    </>
  );
}

/** Ways to reach a colleague; my own card leads to where I keep it, administrators may change anybody's. */
export function CardActions({ card, onClose, onEdit }: CardActionsProps) {
  const { t } = useTexts();
  const me = useMe();
  const pencil = <Icon paths={iconPencil} size={18} />;
  const isMine = card.id === me.id;
  return (
    <div className={styles["actions"]}>
      {!isMine && !card.isDisabled && <Reach card={card} onClose={onClose} />}
      {isMine && (
        <Button
          variant="default"
          leftSection={pencil}
          renderRoot={(props) => (
            <Link {...props} to="/profile" onClick={onClose} />
          )}
        >
          {t("person.mine")}
        </Button>
      )}
      {me.roles.includes("admin") && (
        <Button variant="default" leftSection={pencil} onClick={onEdit}>
          {t("person.edit")}
        </Button>
      )}
    </div>
  );
}

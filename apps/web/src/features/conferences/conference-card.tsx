import { Button, CopyButton } from "@mantine/core";
import type {
  Conference,
  ConferenceAnswer,
  ConversationId,
  Occurrence,
} from "@veche/contracts";
import { iconCopy, iconMessage } from "@veche/ui";
import { Chip, type Tone } from "../../platform/kit/chip.tsx";
import { Choice } from "../../platform/kit/choice.tsx";
import { Dialog } from "../../platform/kit/dialog.tsx";
import { Icon } from "../../platform/kit/icon.tsx";
import { Loaded } from "../../platform/kit/loaded.tsx";
import { useMe } from "../../platform/me.tsx";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import type { CalendarDialog } from "./calendar-dialog.ts";
import { wholeDayWords } from "./day-words.ts";
import { GuestLink } from "./guest-link.tsx";
import { JoinButton } from "./join-button.tsx";
import { useRepeatWords } from "./repeat-words.ts";
import { useChange, useConference } from "./use-conferences.ts";
import { ownZone } from "./zoned-time.ts";
import styles from "./form.module.css";

export interface CardProps {
  readonly dialog: Extract<CalendarDialog, { kind: "show" }>;
  readonly onDialog: (dialog: CalendarDialog) => void;
  readonly onClose: () => void;
  /** Leads to the conversation in which it is written and called. */
  readonly openConversation: (conversationId: ConversationId) => void;
  /** Into the call of that conversation; undefined while one is in another. */
  readonly joinCall:
    ((conversationId: ConversationId) => Promise<void>) | undefined;
  /** Its address, to be passed on. */
  readonly linkOf: (conference: Conference) => string;
}

/** A conference with its time, its people and what may be done with it. */
export function ConferenceCard(props: CardProps) {
  const { t } = useTexts();
  const { dialog, onClose } = props;
  const query = useConference(dialog.conferenceId);
  return (
    <Dialog title={query.data?.title ?? t("conf.one")} onClose={onClose}>
      <Loaded query={query}>
        {(conference) => (
          <div className={styles["facts"]}>
            <When conference={conference} occurrence={dialog.occurrence} />
            {conference.about !== null && (
              <p className={styles["about"]}>{conference.about}</p>
            )}
            <Ways {...props} conference={conference} />
            <MyAnswer conference={conference} />
            <Answers conference={conference} />
            <GuestLink conference={conference} />
            {conference.mayChange && (
              <Changes {...props} conference={conference} />
            )}
          </div>
        )}
      </Loaded>
    </Dialog>
  );
}

function When({
  conference: { schedule },
  occurrence,
}: {
  readonly conference: Conference;
  readonly occurrence: Occurrence | undefined;
}) {
  const { t, language, time } = useTexts();
  const repeatWords = useRepeatWords();
  if (schedule === null) return <p>{t("conf.roomHint")}</p>;
  return (
    <>
      {occurrence !== undefined && (
        <p>
          {t("conf.when", {
            day: wholeDayWords(language, new Date(occurrence.startsAt)),
            from: time(occurrence.startsAt),
            to: time(occurrence.endsAt),
          })}
        </p>
      )}
      {occurrence?.isMoved === true && (
        <p className={styles["quiet"]}>{t("conf.wasMoved")}</p>
      )}
      <p className={styles["quiet"]}>{repeatWords(schedule)}</p>
      {schedule.timeZone !== ownZone() && (
        <p className={styles["quiet"]}>
          {t("conf.inZone", { zone: schedule.timeZone })}
        </p>
      )}
    </>
  );
}

function Ways({
  conference,
  openConversation,
  joinCall,
  linkOf,
}: CardProps & { readonly conference: Conference }) {
  const { t } = useTexts();
  return (
    <div className={styles["buttons"]}>
      {joinCall !== undefined && (
        <JoinButton onJoin={() => joinCall(conference.conversationId)} />
      )}
      <Button
        variant="default"
        leftSection={<Icon paths={iconMessage} size={18} />}
        onClick={() => openConversation(conference.conversationId)}
      >
        {t("conf.open")}
      </Button>
      <CopyButton value={linkOf(conference)}>
        {({ copied, copy }) => (
          <Button
            variant="default"
            leftSection={<Icon paths={iconCopy} size={18} />}
            onClick={copy}
          >
            {t(copied ? "invite.copied" : "invite.copy")}
          </Button>
        )}
      </CopyButton>
    </div>
  );
}

const given = ["yes", "maybe", "no"] as const;

function MyAnswer({ conference }: { readonly conference: Conference }) {
  const { t } = useTexts();
  const rest = useRest();
  const me = useMe();
  const answering = useChange({});
  const mine = conference.invitees.find(({ userId }) => userId === me.id);
  const shown = answering.isPending
    ? undefined
    : given.find((answer) => answer === mine?.answer);
  return (
    <Choice<ConferenceAnswer>
      label={t("conf.myAnswer")}
      value={shown ?? "open"}
      options={given.map((value) => ({
        value,
        label: t(`conf.answer.${value}`),
      }))}
      onChange={(answer) =>
        answering.mutate(() =>
          rest("answerConference", {
            params: { conferenceId: conference.id },
            body: { answer },
          }),
        )
      }
    />
  );
}

const tones: Readonly<Record<ConferenceAnswer, Tone>> = {
  open: "quiet",
  yes: "positive",
  maybe: "caution",
  no: "danger",
};

function Answers({
  conference: { invitees, outside },
}: {
  readonly conference: Conference;
}) {
  const { t } = useTexts();
  const all = [...invitees, ...outside];
  const count = all.filter(({ answer }) => answer === "yes").length;
  return (
    <div>
      <p className={styles["label"]}>
        {t("conf.coming", { count, of: all.length })}
      </p>
      <ul className={styles["answers"]} aria-label={t("conf.people")}>
        {invitees.map(({ userId, name, isOrganiser, answer }) => (
          <li key={userId} className={styles["answer"]}>
            <span>
              {name}
              {isOrganiser && (
                <span className={styles["quiet"]}>
                  {` · ${t("conf.organiser")}`}
                </span>
              )}
            </span>
            <Chip tone={tones[answer]}>{t(`conf.answer.${answer}`)}</Chip>
          </li>
        ))}
        {outside.map(({ email, answer }) => (
          <li key={email} className={styles["answer"]}>
            <span>
              {email}
              <span className={styles["quiet"]}>
                {` · ${t("conf.fromOutside")}`}
              </span>
            </span>
            <Chip tone={tones[answer]}>{t(`conf.answer.${answer}`)}</Chip>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Changes({
  conference,
  dialog: { occurrence },
  onDialog,
}: CardProps & { readonly conference: Conference }) {
  const { t } = useTexts();
  return (
    <div className={styles["buttons"]}>
      <Button
        variant="default"
        onClick={() => onDialog({ kind: "change", conference })}
      >
        {t(occurrence?.isRepeating === true ? "conf.changeAll" : "conf.change")}
      </Button>
      {occurrence?.isRepeating === true && (
        <>
          <Button
            variant="default"
            onClick={() => onDialog({ kind: "move", conference, occurrence })}
          >
            {t("conf.moveThis")}
          </Button>
          <Button
            variant="default"
            onClick={() => onDialog({ kind: "skip", occurrence })}
          >
            {t("conf.cancelThis")}
          </Button>
        </>
      )}
      <Button
        variant="default"
        color="red"
        onClick={() => onDialog({ kind: "cancel", conference })}
      >
        {t("conf.cancelAll")}
      </Button>
    </div>
  );
}

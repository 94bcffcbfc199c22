import type {
  Conversation,
  ObjectCard,
  ObjectReference,
} from "@veche/contracts";
import { iconChevronDown, iconChevronRight, iconExternalLink } from "@veche/ui";
import { Chip } from "../../../platform/kit/chip.tsx";
import { Icon } from "../../../platform/kit/icon.tsx";
import { CardFields } from "../../../platform/object-card/object-card.tsx";
import { useStore } from "../../../platform/store/use-store.ts";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { useConversation } from "../conversation/conversation-context.tsx";
import { useMessenger } from "../messenger-context.tsx";
import { CardTabs } from "./card-tabs.tsx";
import { conversationAbout } from "./conversation-about.ts";
import { useCard } from "./use-card.ts";
import styles from "./object.module.css";

/** The states of the object: choices that have a tone. */
function States({ type, object }: Pick<ObjectCard, "type" | "object">) {
  const { language } = useTexts();
  return type.fields.map((field) => {
    if (field.kind !== "choice") return null;
    const choice = field.choices.find(
      ({ key }) => key === object.fields[field.key],
    );
    return choice?.tone === undefined ? null : (
      <Chip key={field.key} tone={choice.tone}>
        {choice.label[language]}
      </Chip>
    );
  });
}

interface ObjectBarProps {
  readonly conversation: Conversation;
}

/** The card of the object that is talked about: one line, and its fields below it (E2, A6). */
export function ObjectBar({ conversation }: ObjectBarProps) {
  return conversation.object === null ? null : (
    <Bar conversation={conversation} />
  );
}

/** Leads to where another object is talked about. */
function useOpener() {
  const { realtime, open } = useMessenger();
  return ({ application, type, id }: ObjectReference) => {
    const about = { application, type, id };
    const there = conversationAbout(realtime.conversations.get(), about);
    return there && (() => open(there));
  };
}

function Fields({ card }: { readonly card: ObjectCard }) {
  const { showPerson } = useConversation();
  const openerOf = useOpener();
  const application = card.application.key;
  return (
    <CardFields
      card={card}
      onPerson={showPerson}
      openerOf={(other) => openerOf({ ...other, application })}
    />
  );
}

function Recorded({ conversation }: ObjectBarProps) {
  const { t } = useTexts();
  const { Recordings } = useMessenger();
  return (
    <Recordings
      conversation={conversation}
      nothing={<p className={styles["nothing"]}>{t("details.noRecordings")}</p>}
    />
  );
}

function Bar({ conversation }: ObjectBarProps) {
  const { t, language } = useTexts();
  const { preferences } = useMessenger();
  const { showsCard } = useStore(preferences);
  const card = useCard(conversation);
  if (card === null) return null;
  const { application, type, object } = card;
  return (
    <section className={styles["bar"]} aria-label={t("card.title")}>
      <div className={styles["line"]}>
        <button
          type="button"
          className={styles["toggle"]}
          aria-expanded={showsCard}
          onClick={() => preferences.change({ showsCard: !showsCard })}
        >
          <Icon
            paths={showsCard ? iconChevronDown : iconChevronRight}
            size={16}
          />
          <span className={styles["what"]}>
            {application.name} · {type.title[language]}
          </span>
        </button>
        {!showsCard && <States type={type} object={object} />}
        {object.url !== null && (
          <a
            className={styles["open"]}
            href={object.url}
            target="_blank"
            rel="noopener noreferrer"
          >
            {t("card.openIn", { application: application.name })}
            <Icon paths={iconExternalLink} size={14} />
          </a>
        )}
      </div>
      {showsCard && (
        <CardTabs
          fields={<Fields card={card} />}
          recordings={<Recorded conversation={conversation} />}
        />
      )}
    </section>
  );
}

import { Button, Switch, Textarea, TextInput } from "@mantine/core";
import type { Conversation } from "@veche/contracts";
import { useState } from "react";
import { useTexts } from "../../../platform/texts/texts.tsx";
import type { ConversationChange } from "../asks.ts";
import { useMessenger } from "../messenger-context.tsx";
import { useDoing } from "../use-doing.ts";
import styles from "./details.module.css";

/** What each switch of the rules would change. */
const changes = {
  isOpen: ({ access }: Conversation): ConversationChange => ({
    access: access === "open" ? "invited" : "open",
  }),
  adminsPost: ({ posting }: Conversation): ConversationChange => ({
    posting: posting === "admins" ? "members" : "admins",
  }),
};

function Rules({ conversation }: { readonly conversation: Conversation }) {
  const { t } = useTexts();
  const { asks } = useMessenger();
  const doing = useDoing();
  const { id, kind, access, posting } = conversation;
  const change = (rule: keyof typeof changes) => () =>
    doing(asks.update(id, changes[rule](conversation)));
  if (kind !== "channel") return null;
  return (
    <div className={styles["switches"]}>
      <Switch
        label={t("details.isOpen")}
        checked={access === "open"}
        onChange={change("isOpen")}
      />
      <Switch
        label={t("details.adminsPost")}
        checked={posting === "admins"}
        onChange={change("adminsPost")}
      />
    </div>
  );
}

/** Title, description and rules of a conversation, for whoever keeps order in it. */
export function SettingsForm({
  conversation,
}: {
  readonly conversation: Conversation;
}) {
  const { t } = useTexts();
  const { asks } = useMessenger();
  const doing = useDoing();
  const [title, setTitle] = useState(conversation.title ?? "");
  const [about, setAbout] = useState(conversation.about ?? "");
  const isChanged =
    title.trim() !== (conversation.title ?? "") ||
    about.trim() !== (conversation.about ?? "");
  const save = () =>
    doing(
      asks.update(conversation.id, {
        title: title.trim(),
        about: about.trim() === "" ? null : about.trim(),
      }),
      t("saved"),
    );
  return (
    <section className={styles["part"]} aria-label={t("details.settings")}>
      <h3>{t("details.settings")}</h3>
      <TextInput
        label={t("new.name")}
        maxLength={80}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <Textarea
        mt="sm"
        label={t("new.about")}
        maxLength={500}
        autosize
        minRows={1}
        maxRows={5}
        value={about}
        onChange={(event) => setAbout(event.currentTarget.value)}
      />
      {isChanged && (
        <Button mt="xs" size="sm" disabled={title.trim() === ""} onClick={save}>
          {t("action.save")}
        </Button>
      )}
      <Rules conversation={conversation} />
    </section>
  );
}

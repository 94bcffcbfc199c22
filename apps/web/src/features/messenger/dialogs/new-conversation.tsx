import { Button, SegmentedControl, Textarea, TextInput } from "@mantine/core";
import type { Conversation } from "@veche/contracts";
import { useState } from "react";
import { notifyFailure } from "../../../platform/kit/notify.ts";
import { useTexts } from "../../../platform/texts/texts.tsx";
import type { Person } from "@veche/contracts";
import { useMessenger } from "../messenger-context.tsx";
import { Dialog } from "../../../platform/kit/dialog.tsx";
import { PersonPicker } from "../../../platform/people/person-picker.tsx";
import people from "../../../platform/people/person-list.module.css";
import styles from "./dialogs.module.css";

interface NewConversationProps {
  readonly kind: "direct" | "group" | "channel";
  readonly onClose: () => void;
}

function useMaking({ onClose }: NewConversationProps) {
  const texts = useTexts();
  const { open } = useMessenger();
  const [isBusy, setBusy] = useState(false);
  const make = async (asked: Promise<Conversation>) => {
    setBusy(true);
    try {
      const { id } = await asked;
      onClose();
      open(id);
    } catch (failure) {
      notifyFailure(texts, failure);
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, make };
}

function useWanted(kind: "group" | "channel") {
  const [title, setTitle] = useState("");
  const [about, setAbout] = useState("");
  const [access, setAccess] = useState<Conversation["access"]>(
    kind === "channel" ? "open" : "invited",
  );
  const [posting, setPosting] = useState<Conversation["posting"]>("members");
  const [chosen, setChosen] = useState<readonly Person[]>([]);
  const toggle = (person: Person) =>
    setChosen(
      chosen.some(({ id }) => id === person.id)
        ? chosen.filter(({ id }) => id !== person.id)
        : [...chosen, person],
    );
  const wanted = {
    kind,
    title: title.trim(),
    about: about.trim() === "" ? null : about.trim(),
    access,
    posting,
    memberIds: chosen.map(({ id }) => id),
  };
  return {
    title,
    setTitle,
    about,
    setAbout,
    access,
    setAccess,
    posting,
    setPosting,
    chosen,
    toggle,
    wanted,
  };
}

type Wanted = ReturnType<typeof useWanted>;

function Naming({ form }: { readonly form: Wanted }) {
  const { t } = useTexts();
  return (
    <>
      <TextInput
        data-autofocus
        label={t("new.name")}
        maxLength={80}
        value={form.title}
        onChange={(event) => form.setTitle(event.currentTarget.value)}
      />
      <Textarea
        mt="sm"
        label={t("new.about")}
        maxLength={500}
        autosize
        minRows={1}
        maxRows={4}
        value={form.about}
        onChange={(event) => form.setAbout(event.currentTarget.value)}
      />
    </>
  );
}

/** Who finds a channel, and who writes in it. */
function ChannelRules({ form }: { readonly form: Wanted }) {
  const { t } = useTexts();
  return (
    <>
      <SegmentedControl
        mt="md"
        fullWidth
        aria-label={t("new.access")}
        value={form.access}
        onChange={form.setAccess}
        data={[
          { value: "open", label: t("new.accessOpen") },
          { value: "invited", label: t("new.accessInvited") },
        ]}
      />
      <SegmentedControl
        mt="sm"
        mb="md"
        fullWidth
        aria-label={t("new.posting")}
        value={form.posting}
        onChange={form.setPosting}
        data={[
          { value: "members", label: t("new.postingMembers") },
          { value: "admins", label: t("new.postingAdmins") },
        ]}
      />
    </>
  );
}

function ManyForm(
  props: NewConversationProps & { readonly kind: "group" | "channel" },
) {
  const { t } = useTexts();
  const { asks } = useMessenger();
  const { isBusy, make } = useMaking(props);
  const form = useWanted(props.kind);
  const { wanted } = form;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (wanted.title !== "") void make(asks.create(wanted));
      }}
    >
      <Naming form={form} />
      {props.kind === "channel" && <ChannelRules form={form} />}
      <p className={people["detail"]}>
        {t("new.members", { count: form.chosen.length })}
      </p>
      <PersonPicker chosen={wanted.memberIds} onToggle={form.toggle} />
      <div className={styles["foot"]}>
        <Button variant="default" onClick={props.onClose}>
          {t("action.cancel")}
        </Button>
        <Button type="submit" loading={isBusy} disabled={wanted.title === ""}>
          {t("new.create")}
        </Button>
      </div>
    </form>
  );
}

/** A new conversation: with one person, of several, or a channel. */
export function NewConversation(props: NewConversationProps) {
  const { t } = useTexts();
  const { asks } = useMessenger();
  const { make } = useMaking(props);
  const { kind, onClose } = props;
  return (
    <Dialog onClose={onClose} title={t(`new.${kind}`)}>
      {kind === "direct" ? (
        <PersonPicker
          chosen={[]}
          onToggle={({ id }) => void make(asks.openDirect(id))}
        />
      ) : (
        <ManyForm {...props} kind={kind} />
      )}
    </Dialog>
  );
}

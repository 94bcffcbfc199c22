import { Button, Menu } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type {
  Conversation,
  Member,
  MemberRole,
  PrincipalId,
} from "@veche/contracts";
import { iconDots, iconPlus } from "@veche/ui";
import { useState } from "react";
import { useTexts } from "../../../platform/texts/texts.tsx";
import type { Person } from "@veche/contracts";
import { Dialog } from "../../../platform/kit/dialog.tsx";
import { PersonPicker } from "../../../platform/people/person-picker.tsx";
import { mayModerate } from "../message/message-actions.ts";
import { useMemberCount } from "../use-member-count.ts";
import { useMessenger } from "../messenger-context.tsx";
import { Picture } from "../../../platform/kit/picture.tsx";
import { SearchField } from "../../../platform/kit/search-field.tsx";
import { ToolButton } from "../tool-button.tsx";
import { useDoing } from "../use-doing.ts";
import { useConversation } from "../conversation/conversation-context.tsx";
import { PresenceMark } from "../../../platform/people/presence-mark.tsx";
import people from "../../../platform/people/people.module.css";
import styles from "./details.module.css";

interface MemberListProps {
  readonly conversation: Conversation;
  readonly me: PrincipalId;
}

const roles: readonly MemberRole[] = ["owner", "admin", "member", "read_only"];

function MemberMenu({
  conversation,
  member,
}: {
  readonly conversation: Conversation;
  readonly member: Member;
}) {
  const { t } = useTexts();
  const { asks } = useMessenger();
  const doing = useDoing();
  const { principalId, name, role } = member;
  return (
    <Menu withinPortal position="bottom-end" width={220} shadow="md">
      <Menu.Target>
        <ToolButton
          icon={iconDots}
          iconSize={18}
          name={t("details.memberActions", { name })}
        />
      </Menu.Target>
      <Menu.Dropdown>
        {roles
          .filter(
            (one) =>
              one !== role &&
              (one !== "owner" || conversation.mine?.role === "owner"),
          )
          .map((one) => (
            <Menu.Item
              key={one}
              onClick={() =>
                doing(asks.setRole(conversation.id, principalId, one))
              }
            >
              {t("details.makeRole", { role: t(`memberRole.${one}`) })}
            </Menu.Item>
          ))}
        <Menu.Divider />
        <Menu.Item
          color="var(--v-danger-ink)"
          onClick={() => doing(asks.removeMember(conversation.id, principalId))}
        >
          {t("details.removeMember")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function AddMembers({
  conversation,
  onClose,
}: {
  readonly conversation: Conversation;
  readonly onClose: () => void;
}) {
  const { t } = useTexts();
  const { asks } = useMessenger();
  const doing = useDoing();
  const [chosen, setChosen] = useState<readonly Person[]>([]);
  const ids = chosen.map(({ id }) => id);
  const toggle = (person: Person) =>
    setChosen(
      ids.includes(person.id)
        ? chosen.filter(({ id }) => id !== person.id)
        : [...chosen, person],
    );
  const present = new Set<string>(
    conversation.members.map(({ principalId }) => principalId),
  );
  return (
    <Dialog onClose={onClose} title={t("details.addMembers")}>
      <PersonPicker chosen={ids} onToggle={toggle} without={present} />
      <Button
        fullWidth
        disabled={ids.length === 0}
        onClick={() => {
          doing(asks.addMembers(conversation.id, ids));
          onClose();
        }}
      >
        {t("details.add", { count: ids.length })}
      </Button>
    </Dialog>
  );
}

/** All members of a small conversation, the found ones of a large one. */
function useFoundMembers(
  { members, memberCount, id }: Conversation,
  text: string,
): readonly Member[] {
  const { asks } = useMessenger();
  const isLarge = members.length < memberCount;
  const asked = useQuery({
    queryKey: ["members", id, text, memberCount],
    queryFn: () => asks.members(id, text),
    enabled: isLarge,
  });
  const sought = text.trim().toLocaleLowerCase();
  return isLarge
    ? (asked.data ?? members)
    : members.filter(({ name }) => name.toLocaleLowerCase().includes(sought));
}

function MemberRow({
  conversation,
  member,
  mayChange,
}: {
  readonly conversation: Conversation;
  readonly member: Member;
  readonly mayChange: boolean;
}) {
  const { t } = useTexts();
  const { showPerson } = useConversation();
  const { principalId, name, role } = member;
  return (
    <li>
      <span className={people["withMark"]}>
        <Picture
          name={name}
          id={principalId}
          personId={principalId}
          size={32}
        />
        <PresenceMark userId={principalId} />
      </span>
      <button
        type="button"
        className={styles["memberName"]}
        onClick={() => showPerson(principalId)}
      >
        {name}
      </button>
      {role !== "member" && (
        <span className={styles["quiet"]}>{t(`memberRole.${role}`)}</span>
      )}
      {mayChange && <MemberMenu conversation={conversation} member={member} />}
    </li>
  );
}

/** Who is in a conversation. */
export function MemberList({ conversation, me }: MemberListProps) {
  const { t } = useTexts();
  const [text, setText] = useState("");
  const [isAdding, setAdding] = useState(false);
  const shown = useFoundMembers(conversation, text);
  const isKeeper = mayModerate(conversation);
  const memberCount = useMemberCount(conversation);
  return (
    <section className={styles["part"]} aria-label={t("details.members")}>
      <div className={styles["partHead"]}>
        <h3>{t("chats.members", { count: memberCount })}</h3>
        {isKeeper && (
          <ToolButton
            icon={iconPlus}
            iconSize={18}
            name={t("details.addMembers")}
            tone="accent"
            size={30}
            onClick={() => setAdding(true)}
          />
        )}
      </div>
      {memberCount > 8 && (
        <SearchField
          label={t("people.search")}
          value={text}
          onChange={setText}
        />
      )}
      <ul className={styles["members"]}>
        {shown.map((member) => (
          <MemberRow
            key={member.principalId}
            conversation={conversation}
            member={member}
            mayChange={isKeeper && member.principalId !== me}
          />
        ))}
      </ul>
      {isAdding && (
        <AddMembers
          conversation={conversation}
          onClose={() => setAdding(false)}
        />
      )}
    </section>
  );
}

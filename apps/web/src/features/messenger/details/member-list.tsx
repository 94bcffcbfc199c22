import { ActionIcon, Button, Menu, Modal, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type {
  Conversation,
  Member,
  MemberRole,
  PrincipalId,
} from "@veche/contracts";
import { iconDots, iconPlus, iconSearch } from "@veche/ui";
import { useState } from "react";
import { Icon } from "../../../platform/kit/icon.tsx";
import { useTexts } from "../../../platform/texts/texts.tsx";
import type { Person } from "../asks.ts";
import { PersonPicker } from "../dialogs/person-picker.tsx";
import { mayModerate } from "../message/message-actions.ts";
import { useMessenger } from "../messenger-context.tsx";
import { Picture } from "../picture.tsx";
import { useDoing } from "../use-doing.ts";
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
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t("details.memberActions", { name })}
        >
          <Icon paths={iconDots} size={18} />
        </ActionIcon>
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
          color="red"
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
    <Modal
      opened
      onClose={onClose}
      title={t("details.addMembers")}
      closeButtonProps={{ "aria-label": t("action.close") }}
    >
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
    </Modal>
  );
}

/** Who is in a conversation: all of a small one, the found ones of a large one. */
export function MemberList({ conversation, me }: MemberListProps) {
  const { t } = useTexts();
  const { asks } = useMessenger();
  const [text, setText] = useState("");
  const [isAdding, setAdding] = useState(false);
  const { members, memberCount, id } = conversation;
  const isLarge = members.length < memberCount;
  const asked = useQuery({
    queryKey: ["members", id, text, memberCount],
    queryFn: () => asks.members(id, text),
    enabled: isLarge,
  });
  const sought = text.trim().toLocaleLowerCase();
  const shown = isLarge
    ? (asked.data ?? members)
    : members.filter(({ name }) => name.toLocaleLowerCase().includes(sought));
  const mayChange = mayModerate(conversation);
  return (
    <section className={styles["part"]} aria-label={t("details.members")}>
      <div className={styles["partHead"]}>
        <h3>{t("chats.members", { count: memberCount })}</h3>
        {mayChange && (
          <ActionIcon
            variant="light"
            size={30}
            aria-label={t("details.addMembers")}
            title={t("details.addMembers")}
            onClick={() => setAdding(true)}
          >
            <Icon paths={iconPlus} size={18} />
          </ActionIcon>
        )}
      </div>
      {memberCount > 8 && (
        <TextInput
          type="search"
          size="xs"
          aria-label={t("people.search")}
          placeholder={t("people.search")}
          leftSection={<Icon paths={iconSearch} size={14} />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      )}
      <ul className={styles["members"]}>
        {shown.map((member) => (
          <li key={member.principalId}>
            <Picture name={member.name} id={member.principalId} size={32} />
            <span className={styles["memberName"]}>{member.name}</span>
            {member.role !== "member" && (
              <span className={styles["quiet"]}>
                {t(`memberRole.${member.role}`)}
              </span>
            )}
            {mayChange && member.principalId !== me && (
              <MemberMenu conversation={conversation} member={member} />
            )}
          </li>
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

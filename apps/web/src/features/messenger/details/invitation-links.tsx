import { Button, Menu } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { Conversation, Invitation } from "@veche/contracts";
import { iconCopy, iconPlus, iconTrash } from "@veche/ui";
import { notifyDone, notifyFailure } from "../../../platform/kit/notify.ts";
import { Icon } from "../../../platform/kit/icon.tsx";
import { useServices } from "../../../platform/services.tsx";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { useMessenger } from "../messenger-context.tsx";
import { ToolButton } from "../tool-button.tsx";
import { useDoing } from "../use-doing.ts";
import styles from "./details.module.css";

const dayMs = 86_400_000;
const terms = [
  { key: "forDay", ms: dayMs },
  { key: "forWeek", ms: 7 * dayMs },
  { key: "forGood", ms: null },
] as const;

const linkOf = ({ token }: Invitation): string =>
  new URL(`/join/${token}`, location.href).href;

function useLinks({ id, memberCount }: Conversation) {
  const texts = useTexts();
  const { asks } = useMessenger();
  const doing = useDoing();
  const client = useQueryClient();
  const queryKey = ["invitations", id];
  const query = useQuery({
    // Whoever joins may have joined by one of them.
    queryKey: [...queryKey, memberCount],
    queryFn: () => asks.invitations(id),
    placeholderData: (before) => before,
  });
  const again = () => client.invalidateQueries({ queryKey });
  const copy = (invitation: Invitation) =>
    navigator.clipboard.writeText(linkOf(invitation)).then(
      () => notifyDone(texts, texts.t("invite.copied")),
      (failure: unknown) => notifyFailure(texts, failure),
    );
  return {
    links: query.data ?? [],
    copy: (invitation: Invitation) => void copy(invitation),
    /** Put into the clipboard at once: that is what it is made for. */
    make: (expiresAt: string | null) =>
      doing(
        asks
          .invite(id, expiresAt)
          .then((made) => Promise.all([copy(made), again()])),
      ),
    revoke: (invitation: Invitation) =>
      doing(
        asks.revokeInvitation(id, invitation.id).then(again),
        texts.t("invite.revoked"),
      ),
  };
}

type Links = ReturnType<typeof useLinks>;

function NewLink({ links }: { readonly links: Links }) {
  const { t } = useTexts();
  const { powers } = useServices();
  return (
    <Menu withinPortal position="bottom-start" shadow="md" width={220}>
      <Menu.Target>
        <Button
          mt="xs"
          size="compact-sm"
          variant="light"
          leftSection={<Icon paths={iconPlus} size={14} />}
        >
          {t("invite.new")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {terms.map(({ key, ms }) => (
          <Menu.Item
            key={key}
            onClick={() =>
              links.make(
                ms === null
                  ? null
                  : new Date(powers.nowMs() + ms).toISOString(),
              )
            }
          >
            {t(`invite.${key}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function LinkRow({
  invitation,
  links,
}: {
  readonly invitation: Invitation;
  readonly links: Links;
}) {
  const { t, dateTime } = useTexts();
  const { token, expiresAt, useCount } = invitation;
  return (
    <li>
      <span className={styles["link"]}>
        <code title={linkOf(invitation)}>{`/join/${token.slice(0, 8)}…`}</code>
        <span className={styles["quiet"]}>
          {expiresAt === null
            ? t("invite.endless")
            : t("invite.until", { when: dateTime(expiresAt) })}
          {useCount > 0 && ` · ${t("invite.used", { count: useCount })}`}
        </span>
      </span>
      <ToolButton
        icon={iconCopy}
        iconSize={18}
        name={t("invite.copy")}
        onClick={() => links.copy(invitation)}
      />
      <ToolButton
        icon={iconTrash}
        iconSize={18}
        name={t("invite.revoke")}
        onClick={() => links.revoke(invitation)}
      />
    </li>
  );
}

/** Links by which people of the company join by themselves, for those who let people in. */
export function InvitationLinks({
  conversation,
}: {
  readonly conversation: Conversation;
}) {
  const { t } = useTexts();
  const links = useLinks(conversation);
  return (
    <section className={styles["part"]} aria-label={t("invite.title")}>
      <h3>{t("invite.title")}</h3>
      <span className={styles["quiet"]}>{t("invite.about")}</span>
      <ul className={styles["members"]}>
        {links.links.map((invitation) => (
          <LinkRow key={invitation.id} invitation={invitation} links={links} />
        ))}
      </ul>
      <NewLink links={links} />
    </section>
  );
}

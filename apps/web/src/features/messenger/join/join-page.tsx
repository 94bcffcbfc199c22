import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { ConversationId, ConversationKind } from "@veche/contracts";
import { useState } from "react";
import { EmptyState } from "../../../platform/kit/empty-state.tsx";
import { FailedState } from "../../../platform/kit/failed-state.tsx";
import { LoadingRows } from "../../../platform/kit/loading-rows.tsx";
import { notifyFailure } from "../../../platform/kit/notify.ts";
import { RestFailure } from "../../../platform/rest/rest-failure.ts";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { iconLink } from "../icons.ts";
import { Picture } from "../../../platform/kit/picture.tsx";
import styles from "./join.module.css";

/** What a link leads to. */
interface InvitedTo {
  readonly conversationId: ConversationId;
  readonly kind: ConversationKind;
  readonly title: string | null;
  readonly about: string | null;
  readonly memberCount: number;
  readonly isMember: boolean;
}

interface JoinPageProps {
  /** The secret part of the link. */
  readonly token: string;
  readonly look: () => Promise<InvitedTo>;
  readonly join: () => Promise<{ readonly id: ConversationId }>;
  readonly open: (conversationId: ConversationId | null) => void;
}

function Gone({ open }: Pick<JoinPageProps, "open">) {
  const { t } = useTexts();
  return (
    <EmptyState
      place="page"
      icon={iconLink}
      title={t("join.gone")}
      advice={t("join.goneAdvice")}
      action={<Button onClick={() => open(null)}>{t("join.toChats")}</Button>}
    />
  );
}

function Card({
  invited,
  join,
  open,
}: Pick<JoinPageProps, "join" | "open"> & { readonly invited: InvitedTo }) {
  const texts = useTexts();
  const { t } = texts;
  const [isBusy, setBusy] = useState(false);
  const { conversationId, kind, title, about, memberCount, isMember } = invited;
  const name = title ?? t("chats.untitled");
  const press = async () => {
    setBusy(true);
    try {
      open(isMember ? conversationId : (await join()).id);
    } catch (failure) {
      notifyFailure(texts, failure);
      setBusy(false);
    }
  };
  return (
    <section className={styles["card"]} aria-label={t("join.title")}>
      <span className={styles["quiet"]}>
        {t(kind === "channel" ? "join.toChannel" : "join.toGroup")}
      </span>
      <Picture name={name} id={conversationId} size={72} />
      <h1>{name}</h1>
      <span className={styles["quiet"]}>
        {t("chats.members", { count: memberCount })}
      </span>
      {about !== null && <p className={styles["about"]}>{about}</p>}
      {isMember && <p className={styles["quiet"]}>{t("join.already")}</p>}
      <Button
        mt="sm"
        data-autofocus
        loading={isBusy}
        onClick={() => void press()}
      >
        {t(isMember ? "join.open" : "join.action")}
      </Button>
    </section>
  );
}

const isGone = (failure: unknown): boolean =>
  failure instanceof RestFailure &&
  (failure.code === "conversation.invitation_gone" ||
    failure.code === "request.invalid");

/** Where an invitation's link leads: what one is invited to, and the way in. */
export function JoinPage({ token, look, join, open }: JoinPageProps) {
  const query = useQuery({
    queryKey: ["invitation", token],
    queryFn: look,
    retry: false,
    staleTime: 0,
  });
  return (
    <div className={styles["page"]}>
      {query.isError ? (
        isGone(query.error) ? (
          <Gone open={open} />
        ) : (
          <FailedState
            failure={query.error}
            onRetry={() => void query.refetch()}
          />
        )
      ) : query.data === undefined ? (
        <LoadingRows />
      ) : (
        <Card invited={query.data} join={join} open={open} />
      )}
    </div>
  );
}

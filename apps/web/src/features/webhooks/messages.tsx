import { Button, SegmentedControl } from "@mantine/core";
import {
  useInfiniteQuery,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query";
import {
  webhookMessageStates,
  type WebhookEndpoint,
  type WebhookMessage,
} from "@veche/contracts";
import { iconHistory } from "@veche/ui";
import { useState, type ReactNode } from "react";
import { Dialog } from "../../platform/kit/dialog.tsx";
import { EmptyState } from "../../platform/kit/empty-state.tsx";
import { Loaded } from "../../platform/kit/loaded.tsx";
import { notifyDone, notifyFailure } from "../../platform/kit/notify.ts";
import { Table } from "../../platform/kit/table.tsx";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { MessageRow } from "./message-row.tsx";
import { TestButton } from "./test-button.tsx";
import { nameOf } from "./webhook-draft.ts";
import { messagesKey, webhooksKey } from "./webhooks-key.ts";
import styles from "./webhooks.module.css";

type State = WebhookMessage["state"] | "all";
const states = ["all", ...webhookMessageStates] as const;

function useMessages({ id }: WebhookEndpoint, state: State) {
  const rest = useRest();
  return useInfiniteQuery({
    queryKey: [...messagesKey(id), state],
    // Undefined is a number that no page has: the newest page.
    initialPageParam: undefined as number | undefined,
    queryFn: ({ pageParam, signal }) =>
      rest("listWebhookMessages", {
        params: { endpointId: id },
        query: {
          ...(state !== "all" && { state }),
          ...(pageParam !== undefined && { before: pageParam }),
        },
        signal,
      }),
    getNextPageParam: ({ next }) => next ?? undefined,
    refetchInterval: 5_000,
  });
}

/** Sends one again, or gives one up. */
function useActs({ id: endpointId }: WebhookEndpoint) {
  const texts = useTexts();
  const rest = useRest();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({
      act,
      message,
    }: {
      act: "replay" | "skip";
      message: WebhookMessage;
    }) =>
      rest(`${act}WebhookMessage`, {
        params: { endpointId, messageId: message.id },
      }),
    onSuccess: (_, { act }) =>
      notifyDone(
        texts,
        texts.t(act === "skip" ? "hooks.skipped" : "hooks.replayed"),
      ),
    onError: (failure) => notifyFailure(texts, failure),
    onSettled: () => queries.invalidateQueries({ queryKey: webhooksKey }),
  });
}

interface ListProps {
  readonly endpoint: WebhookEndpoint;
  readonly state: State;
}

function List({ endpoint, state }: ListProps) {
  const { t } = useTexts();
  const query = useMessages(endpoint, state);
  const acts = useActs(endpoint);
  const more = (
    <Button
      variant="default"
      loading={query.isFetchingNextPage}
      onClick={() => void query.fetchNextPage()}
    >
      {t("hooks.more")}
    </Button>
  );
  return (
    <Loaded query={query}>
      {({ pages }) => (
        <Rows
          items={pages.flatMap((page) => page.items)}
          isBusy={acts.isPending}
          more={query.hasNextPage ? more : undefined}
          onAct={(message, act) => acts.mutate({ act, message })}
        />
      )}
    </Loaded>
  );
}

interface RowsProps {
  readonly items: readonly WebhookMessage[];
  readonly isBusy: boolean;
  readonly more: ReactNode;
  readonly onAct: (message: WebhookMessage, act: "replay" | "skip") => void;
}

const columns = ["at", "what", "state", "attempts"] as const;

function Rows({ items, isBusy, more, onAct }: RowsProps) {
  const { t } = useTexts();
  if (items.length === 0)
    return (
      <EmptyState
        icon={iconHistory}
        title={t("hooks.message.none")}
        advice={t("hooks.message.noneAdvice")}
      />
    );
  const titles = columns.map((key) => ({
    key,
    title: t(`hooks.message.${key}`),
  }));
  return (
    <Table
      name={t("hooks.messages")}
      columns={[...titles, { key: "act", title: "" }]}
      foot={more}
    >
      {items.map((message) => (
        <MessageRow
          key={message.id}
          message={message}
          isBusy={isBusy}
          onAct={(act) => onAct(message, act)}
        />
      ))}
    </Table>
  );
}

interface MessagesProps {
  readonly endpoint: WebhookEndpoint;
  readonly onClose: () => void;
}

/** What was posted to an endpoint and what waits for it. */
export function Messages({ endpoint, onClose }: MessagesProps) {
  const { t } = useTexts();
  const [state, setState] = useState<State>("all");
  return (
    <Dialog
      size="xl"
      onClose={onClose}
      title={t("hooks.messagesOf", { name: nameOf(endpoint) })}
    >
      <div className={styles["log"]}>
        <div className={styles["row"]}>
          <SegmentedControl
            aria-label={t("hooks.message.state")}
            value={state}
            onChange={setState}
            data={states.map((value) => ({
              value,
              label: t(`hooks.state.${value}`),
            }))}
          />
          <TestButton endpoint={endpoint} />
        </div>
        <List endpoint={endpoint} state={state} />
      </div>
    </Dialog>
  );
}

import { Badge, Tabs } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ServiceRequest } from "@veche/contracts";
import { lazy, Suspense, useState } from "react";
import { ChatPane } from "../../features/chat/chat-pane.tsx";
import type { AnswerPicking } from "../../features/chat/chat-props.ts";
import { CustomerCard } from "../../features/customer/customer-card.tsx";
import { PastSessions } from "../../features/customer/past-sessions.tsx";
import { useBranding } from "../../platform/branding/use-branding.ts";
import { useMe } from "../../platform/me.tsx";
import { useStore } from "../../platform/store/use-store.ts";
import { useTexts } from "../../platform/texts/texts.tsx";
import { useWorkplace } from "../workplace-context.ts";
import { LiveCustomer } from "./live-customer.tsx";
import styles from "./session-context.module.css";

const AnswerPicker = lazy(() =>
  import("../../features/canned-answers/answer-picker.tsx").then((file) => ({
    default: file.AnswerPicker,
  })),
);

interface AnswersProps {
  readonly session: ServiceRequest;
  readonly picking: AnswerPicking;
}

/** The office's canned answers, filled in for this customer. */
function Answers({ session: { customer }, picking }: AnswersProps) {
  const { name: operatorName } = useMe();
  const { productName: company } = useBranding();
  return (
    <Suspense fallback={null}>
      <AnswerPicker
        {...picking}
        sources={{ customer, operatorName, company }}
      />
    </Suspense>
  );
}

function CustomerTab({ session }: { readonly session: ServiceRequest }) {
  return (
    <>
      <LiveCustomer customer={session.customer}>
        {(customer) => <CustomerCard customer={customer} />}
      </LiveCustomer>
      <PastSessions
        customer={session.customer}
        linkTo={({ request }, words) => (
          <Link to="/history/$requestId" params={{ requestId: request.id }}>
            {words}
          </Link>
        )}
      />
    </>
  );
}

interface TabListProps {
  readonly session: ServiceRequest;
  readonly tab: string | null;
}

function TabList({ session, tab }: TabListProps) {
  const { t } = useTexts();
  const { realtime } = useWorkplace();
  const conversations = useStore(realtime.conversations);
  const unread =
    conversations.find(({ id }) => id === session.conversationId)
      ?.unreadCount ?? 0;
  return (
    <div className={styles["top"]}>
      <Tabs.List>
        <Tabs.Tab
          value="chat"
          rightSection={
            unread > 0 &&
            tab !== "chat" && (
              <Badge size="sm" circle>
                {unread}
              </Badge>
            )
          }
        >
          {t("session.chatTitle")}
        </Tabs.Tab>
        <Tabs.Tab value="customer">{t("session.customer")}</Tabs.Tab>
      </Tabs.List>
    </div>
  );
}

/** Beside the call: the chat, and who the customer is. */
export function SessionContext({
  session,
}: {
  readonly session: ServiceRequest;
}) {
  const { realtime } = useWorkplace();
  const [tab, setTab] = useState<string | null>("chat");
  const { customer } = session;
  return (
    <Tabs
      value={tab}
      onChange={setTab}
      className={styles["tabs"]}
      keepMounted={false}
    >
      <TabList session={session} tab={tab} />
      <Tabs.Panel value="chat" className={styles["panel"]}>
        <ChatPane
          realtime={realtime}
          conversationId={session.conversationId}
          customer={customer}
          isOpen={session.state === "active"}
          answers={(picking) => <Answers session={session} picking={picking} />}
        />
      </Tabs.Panel>
      <Tabs.Panel value="customer" className={styles["panel"]}>
        <CustomerTab session={session} />
      </Tabs.Panel>
    </Tabs>
  );
}

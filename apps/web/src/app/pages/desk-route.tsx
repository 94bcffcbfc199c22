import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { OperatorStatus, ServiceRequest } from "@veche/contracts";
import { useMemo } from "react";
import { CallCentre } from "../../features/call/call-centre.tsx";
import type { Desk } from "../../features/desk/desk.ts";
import { DeskPage } from "../../features/desk/desk-page.tsx";
import { EndSession } from "../../features/desk/end-session.tsx";
import {
  WrapUpCard,
  type WrapUpPowers,
} from "../../features/wrap-up/wrap-up-card.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { Guarded } from "../guarded.tsx";
import { useWorkplace } from "../workplace-context.ts";
import { SessionContext } from "./session-context.tsx";
import { focusChat } from "./focus-chat.ts";

function RecordLink({ request }: { readonly request: ServiceRequest }) {
  const { t } = useTexts();
  return (
    <Button
      variant="default"
      size="md"
      renderRoot={(props) => (
        <Link
          to="/history/$requestId"
          params={{ requestId: request.id }}
          {...props}
        />
      )}
    >
      {t("session.openHistory")}
    </Button>
  );
}

interface WrapUpProps {
  readonly desk: Desk;
  readonly request: ServiceRequest;
  readonly status: OperatorStatus;
}

function WrapUp({ desk, request, status }: WrapUpProps) {
  const { id } = request;
  const powers = useMemo(
    (): WrapUpPowers => ({
      save: (words) => desk.saveWrapUp(id, words),
      extend: (shownUntil) => desk.extendWrapUp(id, shownUntil),
      skip: () => desk.setState(status.requestedState, status.breakReason),
      close: desk.dismissSummary,
    }),
    [desk, id, status],
  );
  return (
    <WrapUpCard
      requestId={id}
      status={status}
      powers={powers}
      link={<RecordLink request={request} />}
    />
  );
}

export function DeskRoute() {
  const { desk, calls } = useWorkplace();
  return (
    <Guarded path="/desk">
      <DeskPage
        desk={desk}
        slots={{
          call: ({ conversationId, customer }) => (
            <CallCentre
              calls={calls}
              conversationId={conversationId}
              name={customer.name}
              onChat={focusChat}
              end={<EndSession desk={desk} name={customer.name} />}
            />
          ),
          context: (session) => <SessionContext session={session} />,
          recordLink: (request) => <RecordLink request={request} />,
          wrapUp: (request, status) => (
            <WrapUp
              key={request.id}
              desk={desk}
              request={request}
              status={status}
            />
          ),
        }}
      />
    </Guarded>
  );
}

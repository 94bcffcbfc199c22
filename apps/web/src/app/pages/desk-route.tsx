import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ServiceRequest } from "@veche/contracts";
import { CallCentre } from "../../features/call/call-centre.tsx";
import { DeskPage } from "../../features/desk/desk-page.tsx";
import { EndSession } from "../../features/desk/end-session.tsx";
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
        }}
      />
    </Guarded>
  );
}

import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import type {
  CallMedia,
  Customer,
  CustomerId,
  HistoryEntry,
  RequestId,
} from "@veche/contracts";
import { iconChevronLeft } from "@veche/ui";
import type { ReactNode } from "react";
import { CustomerCard } from "../../features/customer/customer-card.tsx";
import { DirectCall } from "../../features/customer/direct-call.tsx";
import { RecordPage } from "../../features/history/record-page.tsx";
import { WrapUpPane } from "../../features/wrap-up/wrap-up-pane.tsx";
import { Icon } from "../../platform/kit/icon.tsx";
import { useMe } from "../../platform/me.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { Guarded } from "../guarded.tsx";
import { customerKey, LiveCustomer } from "./live-customer.tsx";
import { mayServe } from "../sections.ts";
import { useWorkplace } from "../workplace-context.ts";

/** The customer's card as it is now, and a call to them while they are on the site. */
function RecordCustomer({ customer }: { readonly customer: Customer }) {
  const { desk } = useWorkplace();
  const { roles } = useMe();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const isOperator = roles.includes("operator");
  const call = async (customerId: CustomerId, media: CallMedia) => {
    try {
      await desk.callCustomer(customerId, media);
      await navigate({ to: "/desk" });
    } catch (failure) {
      // Most often the customer has left meanwhile: the card then says so.
      await queries.invalidateQueries({ queryKey: customerKey(customerId) });
      throw failure;
    }
  };
  return (
    <LiveCustomer customer={customer}>
      {(present) => (
        <>
          <CustomerCard customer={present} />
          {present.isOnline && isOperator && (
            <DirectCall onCall={(media) => call(present.id, media)} />
          )}
        </>
      )}
    </LiveCustomer>
  );
}

/** Whoever served can fill it in here, long after the call. */
function RecordWrapUp({ entry }: { readonly entry: HistoryEntry }) {
  const { desk } = useWorkplace();
  const me = useMe();
  const { id, operatorId } = entry.request;
  const mayWrite = operatorId === me.id && mayServe(me.roles);
  return (
    <WrapUpPane
      entry={entry}
      save={
        mayWrite
          ? (words) => desk.saveWrapUp(id, { ...words, isDone: false })
          : undefined
      }
    />
  );
}

export function RecordRoute(): ReactNode {
  const { t } = useTexts();
  const { requestId } = useParams({ from: "/history/$requestId" });
  const back = (
    <Button
      variant="default"
      leftSection={<Icon paths={iconChevronLeft} size={18} />}
      renderRoot={(props) => <Link to="/history" {...props} />}
    >
      {t("history.back")}
    </Button>
  );
  return (
    <Guarded path="/history">
      {/* An address holds text; what it names is asked of the server, which refuses what is no id. */}
      <RecordPage
        requestId={requestId as RequestId}
        backLink={back}
        customer={(customer) => <RecordCustomer customer={customer} />}
        wrapUp={(entry) => <RecordWrapUp entry={entry} />}
      />
    </Guarded>
  );
}

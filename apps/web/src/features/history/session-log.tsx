import type { ServiceRequest } from "@veche/contracts";
import { iconMessage } from "@veche/ui";
import { EmptyState } from "../../platform/kit/empty-state.tsx";
import { Loaded } from "../../platform/kit/loaded.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { timelineRows } from "../../platform/timeline/timeline-rows.ts";
import { TimelineView } from "../../platform/timeline/timeline-view.tsx";
import { useSessionLog } from "./use-record.ts";

/** What was written in one session, to read. */
export function SessionLog({ request }: { readonly request: ServiceRequest }) {
  const { t } = useTexts();
  const query = useSessionLog(request.conversationId, request.id);
  return (
    <Loaded query={query}>
      {({ events, members }) => {
        const rows = timelineRows({
          events,
          members,
          customerId: request.customer.id,
        });
        if (rows.length === 0)
          return (
            <EmptyState
              icon={iconMessage}
              title={t("record.chatEmpty")}
              advice={t("record.chatEmptyAdvice")}
            />
          );
        return <TimelineView rows={rows} />;
      }}
    </Loaded>
  );
}

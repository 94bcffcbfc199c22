import { Button } from "@mantine/core";
import { Link, useParams } from "@tanstack/react-router";
import type { CallId } from "@veche/contracts";
import { iconChevronLeft } from "@veche/ui";
import { CallsPage } from "../../features/call-records/calls-page.tsx";
import { FlightPage } from "../../features/call-records/flight-page.tsx";
import { MediaNodesPage } from "../../features/media-nodes/media-nodes-page.tsx";
import { Icon } from "../../platform/kit/icon.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { Guarded } from "../guarded.tsx";

export const CallRecordsRoute = () => (
  <Guarded path="/call-records">
    <CallsPage
      linkTo={({ callId }, words) => (
        <Link to="/call-records/$callId" params={{ callId }}>
          {words}
        </Link>
      )}
    />
  </Guarded>
);

export const MediaNodesRoute = () => (
  <Guarded path="/media-nodes">
    <MediaNodesPage />
  </Guarded>
);

export function FlightRecordRoute() {
  const { t } = useTexts();
  const { callId } = useParams({ from: "/call-records/$callId" });
  const back = (
    <Button
      variant="default"
      leftSection={<Icon paths={iconChevronLeft} size={18} />}
      renderRoot={(props) => <Link to="/call-records" {...props} />}
    >
      {t("flight.back")}
    </Button>
  );
  return (
    <Guarded path="/call-records">
      {/* An address holds text; what it names is asked of the server, which refuses what is no id. */}
      <FlightPage callId={callId as CallId} back={back} />
    </Guarded>
  );
}

import { Button } from "@mantine/core";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import type { RecordingId } from "@veche/contracts";
import { iconChevronLeft } from "@veche/ui";
import { DeletionsButton } from "../../features/recordings/deletions.tsx";
import { RecordingPage } from "../../features/recordings/recording-page.tsx";
import { RecordingsPage } from "../../features/recordings/recordings-page.tsx";
import { RulesButton } from "../../features/recordings/rules.tsx";
import { Icon } from "../../platform/kit/icon.tsx";
import { useMe } from "../../platform/me.tsx";
import { useStore } from "../../platform/store/use-store.ts";
import { useTexts } from "../../platform/texts/texts.tsx";
import { useWorkplace } from "../workplace-context.ts";

/** The conversations I am in, as the list of chats names them. */
function useConversations() {
  const { realtime } = useWorkplace();
  return useStore(realtime.conversations).flatMap(({ id, title }) =>
    title === null || title === "" ? [] : [{ id, title }],
  );
}

export function RecordingsRoute() {
  const { roles } = useMe();
  return (
    <RecordingsPage
      conversations={useConversations()}
      actions={
        roles.includes("admin") && (
          <>
            <RulesButton />
            <DeletionsButton />
          </>
        )
      }
      linkTo={({ id: recordingId }, words) => (
        <Link to="/recordings/$recordingId" params={{ recordingId }}>
          {words}
        </Link>
      )}
    />
  );
}

export function RecordingRoute() {
  const { t } = useTexts();
  const navigate = useNavigate();
  const conversations = useConversations();
  const { recordingId } = useParams({ from: "/recordings/$recordingId" });
  const back = (
    <Button
      variant="default"
      leftSection={<Icon paths={iconChevronLeft} size={18} />}
      renderRoot={(props) => <Link to="/recordings" {...props} />}
    >
      {t("recordings.back")}
    </Button>
  );
  return (
    <RecordingPage
      // An address holds text; what it names is asked of the server, which refuses what is no id.
      recordingId={recordingId as RecordingId}
      titleOf={({ recording: { conversationId } }) =>
        conversations.find(({ id }) => id === conversationId)?.title
      }
      back={back}
      onDeleted={() => void navigate({ to: "/recordings" })}
    />
  );
}

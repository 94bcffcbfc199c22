import { BrowseChannels } from "./browse-channels.tsx";
import type { DialogKind } from "./dialog-kind.ts";
import { FoldersDialog } from "./folders-dialog.tsx";
import { Reminders, SavedMessages } from "./kept-dialogs.tsx";
import { NewConversation } from "./new-conversation.tsx";

interface MessengerDialogProps {
  readonly kind: DialogKind;
  readonly onClose: () => void;
}

/** What is asked for from above the list. */
export function MessengerDialog({ kind, onClose }: MessengerDialogProps) {
  switch (kind) {
    case "direct":
    case "group":
    case "channel":
      return <NewConversation kind={kind} onClose={onClose} />;
    case "browse":
      return <BrowseChannels onClose={onClose} />;
    case "saved":
      return <SavedMessages onClose={onClose} />;
    case "reminders":
      return <Reminders onClose={onClose} />;
    case "folders":
      return <FoldersDialog onClose={onClose} />;
  }
}

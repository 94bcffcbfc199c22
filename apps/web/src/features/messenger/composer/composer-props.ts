import type {
  Conversation,
  MessageCreated,
  ReplyReference,
} from "@veche/contracts";

export interface ComposerProps {
  readonly conversation: Conversation;
  readonly name: string;
  readonly reply: ReplyReference | null;
  readonly editing: MessageCreated | null;
  readonly onCancel: () => void;
  /** Asks to change the reader's own last message. */
  readonly onEditLast: () => void;
  readonly onSent: () => void;
  readonly onFilesRef: (add: (files: readonly File[]) => void) => void;
}

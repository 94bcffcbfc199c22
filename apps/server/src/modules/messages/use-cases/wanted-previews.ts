import type { ConversationId, LinkPreview, MessageId } from "@veche/contracts";
import { firstLink } from "../domain/first-link.ts";
import type { PreviewJob } from "../store/preview-jobs.ts";

export interface Said {
  readonly conversationId: ConversationId;
  readonly messageId: MessageId;
  /** Of the message. */
  readonly seq: number;
  readonly body: string;
  readonly preview: LinkPreview | undefined;
  /** What is confidential is not told to the servers it links to. */
  readonly isConfidential: boolean;
}

/** Which links are to be looked at, now that this was said. */
export const wantedPreviews = (all: readonly Said[]): readonly PreviewJob[] =>
  all.flatMap(({ body, preview, isConfidential, ...message }) => {
    const { conversationId, messageId, seq } = message;
    const url = isConfidential ? null : firstLink(body);
    const isShown = url === (preview?.url ?? null);
    return isShown ? [] : [{ conversationId, messageId, seq, url }];
  });

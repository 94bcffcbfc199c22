import type {
  ConversationId,
  PresenterKind,
  PrincipalId,
} from "@veche/contracts";

/** What was planned for the calls of a conversation. */
export interface ConferenceRules {
  /** They keep order in its calls. */
  readonly organiserIds: readonly PrincipalId[];
  /** Whoever comes waits until they are admitted; nobody but those who keep order begins. */
  readonly hasLobby: boolean;
  /** Who may show a screen. */
  readonly presenters: PresenterKind;
}

/** The conferences' part. */
export interface ConferenceDirectory {
  /** Undefined where no conference takes place in the conversation. */
  rulesIn(conversationId: ConversationId): Promise<ConferenceRules | undefined>;
}

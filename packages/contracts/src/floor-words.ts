/** What one shows to all for a moment. */
export const callReactions = ["👍", "❤️", "👏", "😂", "😮", "🎉"] as const;
export type CallReaction = (typeof callReactions)[number];

/** What a moderator may put out at somebody; only they themselves put it on again. */
export const silencedSources = ["microphone", "camera", "screen"] as const;
export type SilencedSource = (typeof silencedSources)[number];

/**
 * Where somebody stands before the door of a call: `waiting` for a word · `admitted` they may come in · `refused` they
 * may not, unless somebody admits them after all.
 */
export const lobbyStates = ["waiting", "admitted", "refused"] as const;
export type LobbyState = (typeof lobbyStates)[number];

/** Who may point at and draw over what somebody shows; whoever shows it always may. */
export const drawingRights = ["everyone", "moderators"] as const;
export type DrawingRight = (typeof drawingRights)[number];

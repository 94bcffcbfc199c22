export { browserPowers } from "./browser-powers.ts";
export type { RealtimeClientOptions } from "./client-options.ts";
export { CommandError, type CommandIssue } from "./command-error.ts";
export {
  webSocketConnect,
  type Connect,
  type Connection,
  type ConnectionEvents,
  type WebSocketOptions,
} from "./connection.ts";
export type {
  ConversationLog,
  LoadPage,
  LogSnapshot,
  PageRequest,
} from "./conversation-log.ts";
export type { LineState } from "./line-state.ts";
export type { OutboxMessage, OutboxState } from "./outbox-message.ts";
export {
  browserOutboxPlace,
  memoryOutboxPlace,
  type OutboxPlace,
} from "./outbox-place.ts";
export type { OutboxStorage } from "./outbox-storage.ts";
export type { Powers } from "./powers.ts";
export {
  createRealtimeClient,
  type RealtimeClient,
} from "./realtime-client.ts";
export { createStore, type Readable, type Store } from "./store.ts";
export { createTabLeader, type TabLeader } from "./tab-leader.ts";
export type { Tabs, TabWord } from "./tabs.ts";

export { endOfLogWalk } from "./log/end-of-log-walk.ts";
export type { ChatClient } from "./chat-client.ts";
export { createChatClient } from "./create-chat-client.ts";
export { browserPowers } from "./browser-powers.ts";
export type { RealtimeClientOptions } from "./client-options.ts";
export { memoryCache, type ClientCache } from "./cache/client-cache.ts";
export { indexedDbCache } from "./cache/indexed-db-cache.ts";
export { CommandError, type CommandIssue } from "./command-error.ts";
export {
  webSocketConnect,
  type Connect,
  type Connection,
  type ConnectionEvents,
  type WebSocketOptions,
} from "./connection.ts";
export { createRealtimeClient } from "./create-realtime-client.ts";
export { indexedDbKeptFiles } from "./kept-files/indexed-db-kept-files.ts";
export {
  memoryKeptFiles,
  type KeptFile,
  type KeptFiles,
} from "./kept-files/kept-files.ts";
export type { LineState } from "./line-state.ts";
export type { Conversations } from "./list/conversation-list.ts";
export type {
  ConversationLog,
  LogLoading,
  LogSnapshot,
  LogTarget,
  Reached,
} from "./log/conversation-log.ts";
export { messageBodyOf } from "./message-body.ts";
export { isEntry } from "./log/log-page.ts";
export type {
  LoadPage,
  LogPage,
  LogPlace,
  PageRequest,
} from "./log/log-page.ts";
export {
  readTimeline,
  type TimelineAnswer,
  type TimelineQuery,
} from "./log/read-timeline.ts";
export type {
  MessageChange,
  OutboxChange,
  OutboxMessage,
  OutboxState,
  OutgoingContent,
  OutgoingFile,
} from "./outbox-item.ts";
export {
  browserOutboxPlace,
  memoryOutboxPlace,
  type OutboxPlace,
} from "./outbox-place.ts";
export type { OutboxStorage } from "./outbox-storage.ts";
export type { Powers } from "./powers.ts";
export type { RealtimeClient } from "./realtime-client.ts";
export {
  createStore,
  sameItems,
  select,
  type Readable,
  type Store,
} from "./store.ts";
export { createTabLeader, type TabLeader } from "./tab-leader.ts";
export type { Tabs, TabWord } from "./tabs.ts";

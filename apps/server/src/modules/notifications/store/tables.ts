import type { ColumnType, Generated } from "kysely";
import type {
  CallId,
  ConversationId,
  DeviceId,
  Id,
  NotificationCause,
  NotificationSettings,
  SessionId,
  UserId,
} from "@veche/contracts";
import type { MailCalendar } from "../../../platform/mail/mailer.ts";

export type MailId = Id<"mail">;

/** Written as JSON text, read parsed. */
type Json<Value> = ColumnType<Value, string, string>;

export interface PushDevicesTable {
  userId: UserId;
  deviceId: DeviceId;
  sessionId: SessionId;
  endpoint: string;
  p256dh: string;
  auth: string;
  /** Browser and system in words. */
  device: string;
  /** Its session ended by itself: it still learns that something is there, but not what. */
  hidesWords: Generated<boolean>;
  subscribedAt: Date;
}

/** What a device is to be told of one subject; a newer one takes its place until it is sent. */
export interface PushesTable {
  userId: UserId;
  deviceId: DeviceId;
  tag: string;
  conversationId: ConversationId;
  /** Of the newest event told. */
  seq: number;
  cause: NotificationCause;
  /** How many events since the last sending. */
  count: number;
  isAudible: boolean;
  tries: Generated<number>;
  dueAt: Date;
  expiresAt: Date;
  /** The call that rings, and who calls; null for what stands in a log. */
  ringOf: CallId | null;
  ringer: string | null;
}

export interface NotificationsTables {
  notificationSettings: {
    userId: UserId;
    settings: Json<NotificationSettings>;
  };
  pushDevices: PushDevicesTable;
  /** Everything up to here was decided about. */
  toldMarks: { conversationId: ConversationId; toldTo: number };
  pushes: PushesTable;
  /** Unread mentions that an e-mail will tell of. */
  digestItems: {
    userId: UserId;
    conversationId: ConversationId;
    seq: number;
    dueAt: Date;
  };
  /** Letters on their way out. */
  mails: {
    id: MailId;
    recipient: string;
    subject: string;
    text: string;
    html: string;
    /** Where a mail program ends these letters by one press. */
    unsubscribeUrl: string | null;
    calendar: ColumnType<MailCalendar | null, string | null | undefined, never>;
    tries: Generated<number>;
    dueAt: Date;
    expiresAt: Date;
  };
}

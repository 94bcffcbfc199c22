import type {
  Attachment,
  ConversationId,
  FileId,
  MessageId,
  PrincipalId,
  UserId,
} from "@veche/contracts";
import type { FileUse } from "../domain/may-read.ts";

/**
 * `uploading`: bytes are coming. `received`: all are there, to be looked at. `ready`: may be used. `refused`: found
 * dangerous, its bytes are gone. `removing`: nobody's any more.
 */
type FileState = "uploading" | "received" | "ready" | "refused" | "removing";

/** A square of a picture, in its pixels. */
export interface Square {
  readonly left: number;
  readonly top: number;
  readonly side: number;
}

export interface FilesTable {
  id: FileId;
  ownerId: PrincipalId;
  state: FileState;
  use: FileUse | null;
  name: string;
  /** The type its sender named. */
  hint: string | null;
  declaredBytes: number;
  receivedBytes: number;
  sizeBytes: number;
  kind: Attachment["kind"];
  mediaType: string;
  width: number | null;
  height: number | null;
  durationMs: number | null;
  waveform: string | null;
  hasPreview: boolean;
  /** To be cut out when it is looked at next. */
  crop: Square | null;
  /** How often it was looked at. */
  tries: number;
  createdAt: Date;
  /** When the server acts by itself: looks at what was received, removes what nobody used. */
  dueAt: Date | null;
}

interface FileOwnersTable {
  ownerId: PrincipalId;
  usedBytes: number;
}

interface FilePlacesTable {
  messageId: MessageId;
  fileId: FileId;
  conversationId: ConversationId;
  seq: number;
}

interface PicturesTable {
  subjectId: UserId | ConversationId;
  subject: "person" | "conversation";
  fileId: FileId;
}

export interface FilesTables {
  files: FilesTable;
  fileOwners: FileOwnersTable;
  filePlaces: FilePlacesTable;
  pictures: PicturesTable;
}

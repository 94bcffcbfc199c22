import type { ConversationId } from "@veche/contracts";

/** What is known of a file on its way, so that another page of this browser can go on with it. */
export interface KeptFile {
  readonly uploadId: string;
  /** The tab it was put in, which has it back when it is loaded anew. */
  readonly tabId: string;
  /** Where it was put to be sent. */
  readonly conversationId: ConversationId;
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly isVoice: boolean;
  /** Where the server takes it; null until the server said so. */
  readonly address: string | null;
  /** A message waits for it; otherwise it still stands where one writes. */
  readonly isSent: boolean;
  /** Wall time, milliseconds since 1970. */
  readonly keptAt: number;
}

/** Where files on their way outlive the page: what is known of them, and their bytes within `mayKeep`. */
export interface KeptFiles {
  readonly all: () => Promise<readonly KeptFile[]>;
  readonly find: (uploadId: string) => Promise<KeptFile | undefined>;
  /** Null: too large to be kept, or the browser had no room. The file must then be chosen again. */
  readonly bytes: (uploadId: string) => Promise<File | null>;
  readonly keep: (kept: KeptFile, file: File) => Promise<void>;
  /** What is not kept is not changed. */
  readonly change: (
    uploadId: string,
    change: Partial<Pick<KeptFile, "address" | "isSent">>,
  ) => Promise<void>;
  readonly forget: (uploadId: string) => Promise<void>;
}

const mebibyte = 1024 * 1024;

/** A copy of every file on its way is written to the disk: so much of one, and of all, bytes. */
export const keptAtMost = {
  fileBytes: 256 * mebibyte,
  allBytes: 1024 * mebibyte,
} as const;

/** May the bytes of one more file be kept beside the others? */
export function mayKeep(
  one: Pick<KeptFile, "uploadId" | "sizeBytes">,
  others: readonly Pick<KeptFile, "uploadId" | "sizeBytes">[],
): boolean {
  const takenBytes = others
    .filter(({ uploadId }) => uploadId !== one.uploadId)
    // What is larger has no bytes here.
    .filter(({ sizeBytes }) => sizeBytes <= keptAtMost.fileBytes)
    .reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  return (
    one.sizeBytes <= keptAtMost.fileBytes &&
    takenBytes + one.sizeBytes <= keptAtMost.allBytes
  );
}

/** For tests and for browsers without a storage: a file on its way lives as long as the page. */
export function memoryKeptFiles(): KeptFiles {
  const facts = new Map<string, KeptFile>();
  const bytes = new Map<string, File>();
  return {
    all: () => Promise.resolve([...facts.values()]),
    find: (uploadId) => Promise.resolve(facts.get(uploadId)),
    bytes: (uploadId) => Promise.resolve(bytes.get(uploadId) ?? null),
    keep: (kept, file) => {
      if (mayKeep(kept, [...facts.values()])) bytes.set(kept.uploadId, file);
      facts.set(kept.uploadId, kept);
      return Promise.resolve();
    },
    change: (uploadId, change) => {
      const present = facts.get(uploadId);
      if (present !== undefined) facts.set(uploadId, { ...present, ...change });
      return Promise.resolve();
    },
    forget: (uploadId) => {
      facts.delete(uploadId);
      bytes.delete(uploadId);
      return Promise.resolve();
    },
  };
}

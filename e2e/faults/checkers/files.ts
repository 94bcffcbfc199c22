import type { FileId } from "@veche/contracts";
import type { Checker, Evidence } from "./evidence.ts";

/** Every file is whole or absent, and nothing else lies about. */
export const filesWholeOrAbsent: Checker = (evidence) => [
  ...evidence.strayFiles.map((path) => `${path} lies about among the files`),
  ...evidence.files.flatMap(
    ({ fileId, state, receivedBytes, sizeBytes, heldBytes }) => {
      switch (state) {
        case "received":
        case "ready":
          return heldBytes === sizeBytes
            ? []
            : [
                `file ${fileId} has ${heldBytes ?? "none"} of its ${sizeBytes} bytes`,
              ];
        case "uploading":
          return (heldBytes ?? 0) >= receivedBytes
            ? []
            : [`upload ${fileId} lost bytes that were acknowledged`];
        case "refused":
        case "removing":
          return [];
      }
    },
  ),
  ...changedBytes(evidence),
];

/** What a message carries is what was uploaded for it. */
function changedBytes({ deeds, files, logs }: Evidence): readonly string[] {
  const stored = new Map(files.map((file) => [file.fileId, file]));
  const carried = new Set<FileId>(
    [...logs.values()]
      .flat()
      .flatMap((event) =>
        event.type === "message.created"
          ? (event.attachments ?? []).map(({ fileId }) => fileId)
          : [],
      ),
  );
  return deeds.flatMap((deed) => {
    if (deed.kind !== "uploaded" || !carried.has(deed.fileId)) return [];
    const file = stored.get(deed.fileId);
    return file?.state === "ready" && file.sha256 === deed.sha256
      ? []
      : [`file ${deed.fileId} of a message is not what was uploaded`];
  });
}

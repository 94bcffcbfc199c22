import type { FileId } from "@veche/contracts";

export type FileVariant = "whole" | "preview" | "thumbnail";

/** Where the bytes of a file are had from. */
export const fileAddress = (
  fileId: FileId,
  variant: FileVariant = "whole",
): string =>
  variant === "whole" ? `/files/${fileId}` : `/files/${fileId}/${variant}`;

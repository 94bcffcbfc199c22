import type { FileId } from "@veche/contracts";
import { withDevice } from "../installed-app.ts";

export type FileVariant = "whole" | "preview" | "thumbnail";

/** Where the bytes of a file are had from. */
export const fileAddress = (
  fileId: FileId,
  variant: FileVariant = "whole",
): string =>
  withDevice(
    variant === "whole" ? `/files/${fileId}` : `/files/${fileId}/${variant}`,
  );

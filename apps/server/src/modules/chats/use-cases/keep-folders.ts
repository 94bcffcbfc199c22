import type { Actor, FolderId, PrincipalId } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { LentUnit } from "../../../platform/db/statements.ts";
import { oneLine } from "../../../platform/one-line.ts";
import type {
  CommandHandler,
  CommandHandlers,
} from "../../../platform/realtime/command.ts";
import { asUser, type ChatPowers } from "../chat-powers.ts";
import {
  deleteFolder,
  foldersOf,
  insertFolder,
  orderFolders,
  renameFolder,
} from "../store/folders.ts";

const mostFolders = 50;

/**
 * Folders of one's own list. Refuse `request.invalid` (a blank name, one folder too many), `request.not_found` (somebody
 * else's folder).
 */
export const folderCommands = (powers: ChatPowers) =>
  ({
    "folder.create": createFolder(powers),
    "folder.rename": async (
      { principal, actor },
      { folderId, name: typed },
    ) => {
      const { id: ownerId } = asUser(principal);
      const name = nameOf(typed);
      await change(powers, { actor, ownerId }, async (unit) => {
        if (!(await renameFolder(unit, { folderId, ownerId, name })))
          throw new AppError("request.not_found");
      });
      return {};
    },
    "folder.delete": async ({ principal, actor }, { folderId }) => {
      const { id: ownerId } = asUser(principal);
      await change(powers, { actor, ownerId }, (unit) =>
        deleteFolder(unit, { folderId, ownerId }),
      );
      return {};
    },
    "folder.order": async ({ principal, actor }, { folderIds }) => {
      const { id: ownerId } = asUser(principal);
      await change(powers, { actor, ownerId }, (unit) =>
        orderFolders(unit, ownerId, folderIds),
      );
      return {};
    },
  }) satisfies CommandHandlers;

function createFolder(powers: ChatPowers): CommandHandler<"folder.create"> {
  return async ({ principal, actor }, { clientId, name: typed }) => {
    const { id: ownerId } = asUser(principal);
    const name = nameOf(typed);
    const id = powers.ids.next<FolderId>();
    const folderId = await change(powers, { actor, ownerId }, async (unit) => {
      const made = await insertFolder(unit, { id, ownerId, clientId, name });
      if ((await foldersOf(unit.tx, ownerId)).length > mostFolders)
        throw invalid("/name", `there are ${mostFolders} folders already`);
      return made;
    });
    if (folderId === undefined) throw new AppError("server.failed");
    return { folderId };
  };
}

/** One change of somebody's folders, of which their devices are told. */
function change<Result>(
  { database }: ChatPowers,
  { actor, ownerId }: { readonly actor: Actor; readonly ownerId: PrincipalId },
  work: (unit: LentUnit) => Promise<Result>,
): Promise<Result> {
  return database.transact(actor, async (unit) => {
    const result = await work(unit);
    unit.happened({ type: "folders.changed", ownerId });
    return result;
  });
}

function nameOf(typed: string): string {
  const name = oneLine(typed);
  if (name === "") throw invalid("/name", "must not be blank");
  return name;
}

const invalid = (path: string, message: string) =>
  new AppError("request.invalid", { issues: [{ path, message }] });

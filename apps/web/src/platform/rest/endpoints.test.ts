import * as contract from "@veche/contracts";
import { expect, it } from "vitest";
import { addresses } from "./endpoints.ts";

it("calls every endpoint where the contract says it lives", () => {
  const { setTagPeople: _unused, ...tags } = contract.tagEndpoints;
  // Cards are asked for by their conversations.
  const { getObjectCard: _asked, ...applicationEndpoints } =
    contract.applicationEndpoints;
  const defined = {
    ...applicationEndpoints,
    ...contract.authEndpoints,
    ...contract.contactCentreEndpoints,
    ...contract.conversationEndpoints,
    ...contract.peopleEndpoints,
    ...contract.peopleImportEndpoints,
    ...contract.departmentEndpoints,
    ...tags,
    ...contract.scimTokenEndpoints,
    ...contract.userEndpoints,
    ...contract.workspaceEndpoints,
    listPinned: contract.messageEndpoints.listPinned,
    getMessageInfo: contract.messageEndpoints.getMessageInfo,
    listSaved: contract.messageEndpoints.listSaved,
    listReminders: contract.messageEndpoints.listReminders,
    listScheduled: contract.messageEndpoints.listScheduled,
    ...contract.stickerEndpoints,
    search: contract.searchEndpoints.search,
    getFile: contract.fileEndpoints.getFile,
    cropFile: contract.fileEndpoints.cropFile,
    ...contract.notificationEndpoints,
    listAudit: contract.operationsEndpoints.listAudit,
  };
  const expected = Object.entries(defined).map(([name, { method, path }]) => [
    name,
    [method, path],
  ]);
  expect(addresses).toEqual(Object.fromEntries(expected));
});

import type {
  CallSeat,
  JoinId,
  MediaState,
  PrincipalId,
} from "@veche/contracts";
import type { Principal } from "../../../platform/principal.ts";
import type { CommandContext } from "../../../platform/realtime/command.ts";
import { callViewFor } from "../call-view.ts";
import type { CallRecord } from "../domain/call-record.ts";
import type { Party } from "../domain/new-seat.ts";
import type { Sitter } from "../domain/seat.ts";
import type { CallPowers } from "../powers.ts";

export const partyOf = ({ id, kind, name }: Principal): Party => ({
  principalId: id,
  kind,
  name,
});

export const sitterOf = (
  { deviceId, connectionId }: Pick<CommandContext, "deviceId" | "connectionId">,
  {
    joinId,
    mediaState,
  }: { readonly joinId: JoinId; readonly mediaState: MediaState },
): Sitter => ({ joinId, deviceId, connectionId, media: mediaState });

/** What whoever takes a seat is told. */
export const seatAnswer = (
  { media }: Pick<CallPowers, "media">,
  call: CallRecord,
  principalId: PrincipalId,
): CallSeat => ({
  call: callViewFor(call, principalId),
  ice: media.iceConfiguration(principalId),
});

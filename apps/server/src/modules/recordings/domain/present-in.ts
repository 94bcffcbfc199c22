import type { Call, CallParticipant, JoinId } from "@veche/contracts";
import type { PersonRecord } from "./recording-record.ts";

type Present = Omit<PersonRecord, "consents"> & { readonly joinId: JoinId };

/** Who has taken a seat in the call and not given it up; a supervisor whom the customer does not hear is not recorded. */
export const presentIn = ({
  participants,
  state,
}: Pick<Call, "participants" | "state">): readonly Present[] =>
  state === "ended" ? [] : participants.flatMap(presentAs);

const presentAs = ({
  principalId,
  kind,
  name,
  state,
  joinId,
  supervision,
}: CallParticipant): readonly Present[] =>
  joinId === null ||
  state === "left" ||
  state === "invited" ||
  supervision === "listen" ||
  supervision === "whisper"
    ? []
    : [{ principalId, kind, name, joinId }];

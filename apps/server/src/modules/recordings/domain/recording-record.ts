import type {
  CallId,
  ConversationId,
  PrincipalId,
  RecordingEndReason,
  RecordingId,
  RecordingPurpose,
  RequestId,
} from "@veche/contracts";
import {
  answerConsents,
  askFor,
  isAgreed,
  type Answering,
  type ConsentFact,
  type ConsentRecord,
} from "./consent.ts";

/** Somebody who is or was in the call while it was recorded. */
export interface PersonRecord {
  readonly principalId: PrincipalId;
  readonly kind: "user" | "customer" | "guest";
  readonly name: string;
  readonly consents: readonly ConsentRecord[];
}

/** A recording with its people, as the tables hold it. */
export interface RecordingRecord {
  readonly id: RecordingId;
  readonly callId: CallId;
  readonly conversationId: ConversationId;
  readonly requestId: RequestId | null;
  readonly purposes: readonly RecordingPurpose[];
  readonly state: "recording" | "ended";
  readonly startedBy: PrincipalId;
  readonly startedByName: string;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  readonly endReason: RecordingEndReason | null;
  readonly revision: number;
  readonly people: readonly PersonRecord[];
}

export const personIn = (
  { people }: RecordingRecord,
  principalId: PrincipalId,
): PersonRecord | undefined =>
  people.find((person) => person.principalId === principalId);

/** May what this person sends be written now? */
export const mayWrite = (
  recording: RecordingRecord,
  principalId: PrincipalId,
): boolean =>
  recording.state === "recording" &&
  isAgreed(personIn(recording, principalId)?.consents ?? []);

/** Asks those who were not asked yet, in the order they came. */
export function askAll(
  recording: RecordingRecord,
  present: readonly Omit<PersonRecord, "consents">[],
  textVersion: number,
): RecordingRecord {
  const newcomers = present.filter(
    ({ principalId }) => personIn(recording, principalId) === undefined,
  );
  if (recording.state === "ended" || newcomers.length === 0) return recording;
  const consents = askFor(recording.purposes, textVersion);
  const people = newcomers.map(({ principalId, kind, name }) => ({
    principalId,
    kind,
    name,
    consents,
  }));
  return { ...recording, people: [...recording.people, ...people] };
}

export interface Answered {
  readonly recording: RecordingRecord;
  readonly facts: readonly {
    readonly type: ConsentFact;
    readonly purpose: RecordingPurpose;
  }[];
  /** They agree to nothing any more: what was written of them is to be left out. */
  readonly isWithdrawn: boolean;
}

/** What one person answers. Once the recording is over nothing more can be agreed to, only withdrawn. */
export function answer(
  recording: RecordingRecord,
  person: PersonRecord,
  answering: Answering,
): Answered {
  const standing = person.consents.flatMap(({ purpose, answer: said }) =>
    said === "given" ? [purpose] : [],
  );
  const purposes =
    recording.state === "recording"
      ? answering.purposes
      : answering.purposes.filter((purpose) => standing.includes(purpose));
  const { consents, facts } = answerConsents(person.consents, {
    ...answering,
    purposes,
  });
  const people = recording.people.map((one) =>
    one.principalId === person.principalId ? { ...one, consents } : one,
  );
  return {
    recording: facts.length === 0 ? recording : { ...recording, people },
    facts,
    isWithdrawn: standing.length > 0 && !isAgreed(consents),
  };
}

/** Ends it once: one that is over keeps its first reason. */
export const end = (
  recording: RecordingRecord,
  endReason: RecordingEndReason,
  endedAt: Date,
): RecordingRecord =>
  recording.state === "ended"
    ? recording
    : { ...recording, state: "ended", endedAt, endReason };

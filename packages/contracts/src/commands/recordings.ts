import { Type } from "typebox";
import { CallIdSchema, ClientIdSchema, RecordingIdSchema } from "../ids.ts";
import { recordingPurposes } from "../recording-words.ts";
import { Recording, RecordingPurposes } from "../recordings.ts";
import { closed, oneOf } from "../shapes.ts";
import type { CommandContract } from "./command.ts";

export const recordingCommands = {
  /**
   * Begins to record a call I am in, by the right to record. Everybody in it is asked, and only what those send who say
   * yes is written. A call between two browsers moves to the media server. Where the call is recorded already, that
   * recording is the answer. Refuses `auth.forbidden`, `recording.impossible` where no media server is installed.
   */
  "recording.start": {
    params: closed({
      clientId: ClientIdSchema,
      callId: CallIdSchema,
      purposes: RecordingPurposes,
    }),
    result: Recording,
  },
  /** Ends it for all. Whoever has the right to record and is in the call; stopping what is over changes nothing. */
  "recording.stop": {
    params: closed({ recordingId: RecordingIdSchema }),
    result: Recording,
  },
  /**
   * What I say to being recorded: the purposes I agree to, all others are refused. Saying it again withdraws what is no
   * longer named; with none left, nothing more of me is written and what was is left out of all that is made of it.
   */
  "recording.consent": {
    params: closed({
      recordingId: RecordingIdSchema,
      purposes: Type.Array(oneOf(recordingPurposes), {
        maxItems: recordingPurposes.length,
        uniqueItems: true,
      }),
      /** Which wording of the question was on the screen. */
      textVersion: Type.Integer({ minimum: 1 }),
    }),
    result: Recording,
  },
} as const satisfies Record<string, CommandContract>;

/**
 * The server can't start until a person has done something; starting again changes nothing. The message says
 * what to do and is all that is shown.
 */
export class StartRefusedError extends Error {
  override readonly name = "StartRefusedError";
}

/** EX_CONFIG of sysexits: tells whoever keeps the server alive not to try again. */
export const startRefusedExitCode = 78;

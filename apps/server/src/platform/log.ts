import { pino, type Logger } from "pino";

/** Structured log: events with fields; never message texts, secrets or personal data. */
export type Log = Logger;

export interface LogOptions {
  readonly level: "trace" | "debug" | "info" | "warn" | "error" | "silent";
  /** One line a person reads, instead of JSON. */
  readonly isPretty: boolean;
}

export function createLog({ level, isPretty }: LogOptions): Log {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: [
      "password",
      "token",
      "secret",
      "cookie",
      "authorization",
      "*.password",
      "*.token",
      "*.secret",
    ],
    serializers: { error: pino.stdSerializers.err },
    ...(isPretty
      ? {
          transport: {
            target: "pino-pretty",
            options: { ignore: "pid,hostname" },
          },
        }
      : {}),
  });
}

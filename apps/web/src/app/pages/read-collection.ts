import { errorRegistry, type ErrorCode } from "@veche/contracts";
import { RestFailure } from "../../platform/rest/rest-failure.ts";

const isKnown = (code: unknown): code is ErrorCode =>
  typeof code === "string" && Object.hasOwn(errorRegistry, code);

/** Reads a collection of the messenger by its address; rejects with `RestFailure`. */
export const readCollection =
  (fetch: typeof globalThis.fetch) =>
  async <Answer>(path: string): Promise<Answer> => {
    const response = await fetch(path, { credentials: "same-origin" }).catch(
      (cause: unknown) => {
        throw new RestFailure("offline", undefined, { cause });
      },
    );
    const answer: unknown = await response.json().catch(() => ({}));
    if (response.ok) return answer as Answer; // the server's serializer holds it to the contract
    const code =
      typeof answer === "object" && answer !== null && "code" in answer
        ? answer.code
        : undefined;
    throw new RestFailure(isKnown(code) ? code : "server.failed");
  };

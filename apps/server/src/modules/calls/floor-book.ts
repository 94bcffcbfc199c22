import type { CallId } from "@veche/contracts";
import type { FloorRecord } from "./domain/floor.ts";

/** The order of open calls as last told, in memory: what passes quickly is judged by it without a question. */
export interface FloorBook {
  get(callId: CallId): FloorRecord | undefined;
  /** Keeps the newest revision. */
  put(floor: FloorRecord): void;
  forget(callId: CallId): void;
}

export function createFloorBook(): FloorBook {
  const floors = new Map<CallId, FloorRecord>();
  return {
    get: (callId) => floors.get(callId),
    put(floor) {
      const known = floors.get(floor.callId);
      if (known === undefined || known.revision <= floor.revision)
        floors.set(floor.callId, floor);
    },
    forget: (callId) => void floors.delete(callId),
  };
}

import type {
  DomainEvent,
  DomainEventOf,
  DomainEventType,
} from "@veche/contracts";
import type { Log } from "./log.ts";

/** Listeners to facts, after their commit, in this process. A listener's failure is logged and harms nobody else. */
export interface EventBus {
  on<Kind extends DomainEventType>(
    type: Kind,
    listener: (event: DomainEventOf<Kind>) => void | Promise<void>,
  ): Disposable;
  dispatch(events: readonly DomainEvent[]): void;
}

type Listener = (event: DomainEvent) => void | Promise<void>;

export function createEventBus({ log }: { readonly log: Log }): EventBus {
  const listeners = new Map<DomainEventType, Set<Listener>>();

  const run = async (listener: Listener, event: DomainEvent): Promise<void> => {
    try {
      await listener(event);
    } catch (error) {
      log.error({ error, eventType: event.type }, "event listener failed");
    }
  };

  return {
    on(type, listener) {
      const set = listeners.get(type) ?? new Set<Listener>();
      listeners.set(type, set);
      // The map's key is the event's type, so this listener only ever sees events it declared.
      const held = listener as unknown as Listener;
      set.add(held);
      return { [Symbol.dispose]: () => set.delete(held) };
    },
    dispatch(events) {
      for (const event of events) {
        for (const listener of listeners.get(event.type) ?? [])
          void run(listener, event);
      }
    },
  };
}

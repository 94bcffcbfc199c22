import type {
  AskedHelp,
  Notice,
  NoticeOf,
  NoticeType,
  RequestId,
  UserId,
} from "@veche/contracts";
import { expect, it } from "vitest";
import { createHelpAsked } from "./help-asked.ts";

/** Readable names stand for the ids a server would make. */
const named = <Name extends string>(name: string) => name as Name;

const askedBy = (name: string): AskedHelp => ({
  requestId: named<RequestId>(`session of ${name}`),
  operatorId: named<UserId>(name),
  operatorName: name,
  customerName: "Irina",
  words: null,
  since: "2025-11-21T10:00:00.000Z",
});

it("knows who asks for help now, all but me, until they ask no more", () => {
  const listeners: ((notice: Notice) => void)[] = [];
  const help = createHelpAsked(
    {
      on: <Kind extends NoticeType>(
        _kind: Kind,
        listener: (notice: NoticeOf<Kind>) => void,
      ) => {
        listeners.push(listener as (notice: Notice) => void);
        return () => listeners.splice(0);
      },
    },
    named<UserId>("sofia"),
  );
  const hear = (...asked: AskedHelp[]) => {
    for (const listener of listeners) listener({ type: "help.changed", asked });
  };
  hear(askedBy("olga"), askedBy("sofia"));
  expect(help.all.get()).toEqual([askedBy("olga")]);
  hear();
  expect(help.all.get()).toEqual([]);
  help.close();
  expect(listeners).toEqual([]);
});

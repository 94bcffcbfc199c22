import type { CallId } from "@veche/contracts";
import { expect, test } from "vitest";
import {
  aCall,
  anOperator,
  aParticipant,
  idOf,
  me,
} from "../testing/builders.ts";
import { createCallList } from "./call-list.ts";

test("a call I take part in is the current one until it ends", () => {
  const list = createCallList(() => me);
  list.changed(aCall({ revision: 1 }));
  expect(list.current.get()?.revision).toBe(1);
  list.changed(aCall({ revision: 2, state: "ended" }));
  expect(list.current.get()).toBeNull();
});

test("an older word that arrives late changes nothing", () => {
  const list = createCallList(() => me);
  list.changed(aCall({ revision: 3, state: "active" }));
  list.changed(aCall({ revision: 2 }));
  expect(list.current.get()?.state).toBe("active");
});

test("a call of others, or one I left, is none of mine", () => {
  const list = createCallList(() => me);
  list.changed(aCall({ participants: [anOperator()] }));
  expect(list.current.get()).toBeNull();
  list.changed(
    aCall({
      id: idOf<CallId>("call-2"),
      participants: [aParticipant({ state: "left" })],
    }),
  );
  expect(list.current.get()).toBeNull();
});

test("the end of another call leaves the current one", () => {
  const list = createCallList(() => me);
  list.changed(aCall());
  list.changed(aCall({ id: idOf<CallId>("call-0"), state: "ended" }));
  expect(list.current.get()?.id).toBe("call-1");
});

test("a call which the server no longer names after a resume has ended meanwhile", () => {
  const list = createCallList(() => me);
  list.changed(aCall());
  list.doubt();
  list.settle();
  expect(list.current.get()).toBeNull();
});

test("a call which the server names again during the resume goes on, even at the same revision", () => {
  const list = createCallList(() => me);
  list.changed(aCall());
  list.doubt();
  list.changed(aCall());
  list.settle();
  expect(list.current.get()?.id).toBe("call-1");
});

import type { FileId, NoticeOf, UserId } from "@veche/contracts";
import { createStore, type LineState } from "@veche/realtime-client";
import { expect, it } from "vitest";
import { createPhotos, type PhotosDeps } from "./photos.ts";

const anna = "anna" as UserId;
const boris = "boris" as UserId;
const face = "face" as FileId;

function openPhotos() {
  const state = createStore<LineState>({ kind: "live" });
  const questions: (readonly UserId[])[] = [];
  const waiting: (() => void)[] = [];
  let answer: ReturnType<PhotosDeps["ask"]> = Promise.resolve([
    { userId: anna, photoId: face },
  ]);
  let tell: (notice: NoticeOf<"photo.changed">) => void = () => undefined;
  const photos = createPhotos({
    realtime: {
      state,
      // Nothing but this notice is listened to here.
      on: (_type, listener) => {
        tell = listener as unknown as typeof tell;
        return () => undefined;
      },
    },
    powers: {
      after: (_delayMs, run) => {
        waiting.push(run);
        return () => undefined;
      },
    },
    ask: (userIds) => {
      questions.push(userIds);
      return answer;
    },
  });
  return {
    photos,
    state,
    questions,
    tell: (notice: NoticeOf<"photo.changed">) => tell(notice),
    answerWith: (next: typeof answer) => {
      answer = next;
    },
    /** Lets what was gathered be asked, and answers come. */
    pass: async () => {
      for (const run of waiting.splice(0)) run();
      await answer.catch(() => undefined);
    },
  };
}

it("asks for everybody on the screen at once, and once", async () => {
  const { photos, questions, pass } = openPhotos();
  photos.of(anna).subscribe(() => undefined);
  photos.of(boris).subscribe(() => undefined);
  await pass();
  photos.of(anna).subscribe(() => undefined);
  await pass();
  expect(questions).toEqual([[anna, boris]]);
  expect([photos.of(anna).get(), photos.of(boris).get()]).toEqual([face, null]);
});

it("shows a new photo when the server tells of it", async () => {
  const { photos, tell, pass } = openPhotos();
  photos.of(boris).subscribe(() => undefined);
  await pass();
  tell({ type: "photo.changed", userId: boris, photoId: face });
  expect(photos.of(boris).get()).toBe(face);
});

it("asks again after the line was cut, and after a question that failed", async () => {
  const { photos, questions, state, pass, answerWith } = openPhotos();
  answerWith(Promise.reject(new Error("no network")));
  photos.of(anna).subscribe(() => undefined);
  await pass();
  answerWith(Promise.resolve([{ userId: anna, photoId: face }]));
  state.set({ kind: "live" });
  await pass();
  expect(questions).toEqual([[anna], [anna]]);
  expect(photos.of(anna).get()).toBe(face);
});

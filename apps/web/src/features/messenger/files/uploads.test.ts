import type { Attachment } from "@veche/contracts";
import { browserPowers } from "@veche/realtime-client";
import { expect, it } from "vitest";
import { createUploads, type SendFileOptions } from "./uploads.ts";

function createTestUploads() {
  const told: string[] = [];
  const sent = Promise.withResolvers<Attachment>();
  let given: SendFileOptions | undefined;
  const uploads = createUploads({
    powers: browserPowers,
    urls: {
      createObjectURL: () => "blob:1",
      revokeObjectURL: () => told.push("let go"),
    },
    onDone: () => told.push("done"),
    onFailed: (_, code) => told.push(code),
    sendFile: (options) => {
      given = options;
      return sent.promise;
    },
  });
  const upload = uploads.start(new File(["abc"], "a.txt"));
  return { told, sent, upload, uploads, given: () => given };
}

it("tells how far a file has come and when it is there", async () => {
  const { told, sent, upload, given } = createTestUploads();
  given()?.onProgress(0.5);
  expect(upload.state.get()).toEqual({ kind: "sending", share: 0.5 });
  // The store passes it on unread.
  sent.resolve({} as Attachment);
  await sent.promise;
  expect(told).toEqual(["done"]);
});

it("forgets a file that was taken back, whatever comes of it later", async () => {
  const { told, sent, upload, uploads, given } = createTestUploads();
  upload.cancel();
  expect(given()?.signal.aborted).toBe(true);
  sent.reject(new Error("aborted"));
  await sent.promise.catch(() => undefined);
  expect(told).toEqual(["let go"]);
  expect(uploads.find(upload.uploadId)).toBeUndefined();
});

it("says by its code why a file was refused", async () => {
  const { told, sent } = createTestUploads();
  sent.reject(Object.assign(new Error("no"), { code: "auth.required" }));
  await sent.promise.catch(() => undefined);
  await Promise.resolve();
  expect(told).toEqual(["auth.required"]);
});

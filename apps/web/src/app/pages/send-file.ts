import type { Attachment } from "@veche/contracts";
import type { SendFile } from "../../features/messenger/files/uploads.ts";
import { RestFailure } from "../../platform/rest/rest-failure.ts";

/** Brings a file to the server in one request, telling how far it has come. */
export const sendFile =
  (createRequest: () => XMLHttpRequest): SendFile =>
  ({ file, signal, onProgress }) =>
    new Promise<Attachment>((resolve, reject) => {
      const request = createRequest();
      const fail = () => reject(new RestFailure("server.unavailable"));
      request.open(
        "POST",
        `/api/v1/files?name=${encodeURIComponent(file.name)}`,
      );
      request.responseType = "json";
      request.upload.onprogress = ({ loaded, total }) =>
        onProgress(total === 0 ? 0 : loaded / total);
      request.onerror = fail;
      request.onload = () => {
        // The server's serializer holds it to the contract.
        if (request.status < 300) resolve(request.response as Attachment);
        else fail();
      };
      signal.addEventListener("abort", () => request.abort());
      request.send(file);
    });

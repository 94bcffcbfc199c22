import { Button } from "@mantine/core";
import type { OutboxMessage, OutgoingFile } from "@veche/realtime-client";
import { createStore } from "@veche/realtime-client";
import { iconX } from "@veche/ui";
import { Icon } from "../../../platform/kit/icon.tsx";
import { useStore } from "../../../platform/store/use-store.ts";
import { useTexts } from "../../../platform/texts/texts.tsx";
import type { UnsentRow } from "../conversation/timeline-rows.ts";
import { fileAddress } from "../../../platform/files/file-address.ts";
import { ChooseAgain } from "../files/choose-again.tsx";
import type { Upload, UploadState } from "../files/upload.ts";
import { useMessenger } from "../messenger-context.tsx";
import { unsentDelivery } from "./delivery.ts";
import { DeliveryMark } from "../../../platform/timeline/delivery-mark.tsx";
import { Body } from "./message-content.tsx";
import { ReplyQuote } from "./quoted.tsx";
import styles from "./message.module.css";

const nothingKnown = createStore<UploadState>({ kind: "sending", share: 0 });

/** Who sends a file, where that is not this page by itself. */
function WhoSends({ upload }: { readonly upload: Upload | undefined }) {
  const { t } = useTexts();
  const state = useStore(upload?.state ?? nothingKnown);
  if (upload === undefined)
    return (
      <span className={styles["unsentAdvice"]}>{t("file.elsewhere")}</span>
    );
  return state.kind === "missing" ? <ChooseAgain upload={upload} /> : null;
}

function shareOf({ uploaded }: OutgoingFile, state: UploadState): number {
  if (uploaded !== null || state.kind === "done") return 1;
  return state.kind === "sending" ? state.share : 0;
}

function UnsentFile({
  file,
  onCancel,
}: {
  readonly file: OutgoingFile;
  readonly onCancel: () => void;
}) {
  const { t } = useTexts();
  const { uploads } = useMessenger();
  const upload = useStore(uploads.all).find(
    ({ uploadId }) => uploadId === file.uploadId,
  );
  const localUrl = upload?.localUrl ?? null;
  const share = shareOf(file, useStore(upload?.state ?? nothingKnown));
  return (
    <div className={styles["unsentFile"]}>
      {localUrl !== null && file.mediaType.startsWith("image/") && (
        <img src={localUrl} alt="" />
      )}
      <span className={styles["unsentName"]}>{file.name}</span>
      {share < 1 && (
        <>
          <progress
            value={share}
            aria-label={t("file.progress", { name: file.name })}
          />
          <button
            type="button"
            onClick={onCancel}
            aria-label={t("file.cancel", { name: file.name })}
          >
            <Icon paths={iconX} size={14} />
          </button>
          <WhoSends upload={upload} />
        </>
      )}
    </div>
  );
}

function Refused({ message }: { readonly message: OutboxMessage }) {
  const texts = useTexts();
  const { realtime } = useMessenger();
  if (message.state.kind !== "refused") return null;
  const { happened, advice } = texts.errors[message.state.code];
  return (
    <div className={styles["refused"]} role="alert">
      <span>{`${happened} ${advice}`}</span>
      <Button
        size="compact-xs"
        variant="default"
        onClick={() => realtime.retryMessage(message.clientId)}
      >
        {texts.t("chat.retry")}
      </Button>
      <Button
        size="compact-xs"
        variant="subtle"
        onClick={() => realtime.discardMessage(message.clientId)}
      >
        {texts.t("chat.discard")}
      </Button>
    </div>
  );
}

/** Everything it says, as it will say it. */
function UnsentContent({ message }: { readonly message: OutboxMessage }) {
  const { realtime, uploads } = useMessenger();
  const { clientId, body, mentions, files = [] } = message;
  const { sticker, replyTo, forwards } = message;
  const cancel = (file: OutgoingFile) => {
    uploads.find(file.uploadId)?.cancel();
    realtime.discardMessage(clientId);
  };
  return (
    <div className={styles["content"]}>
      {replyTo !== undefined && <ReplyQuote reply={replyTo} />}
      {sticker !== undefined && (
        <img
          className={styles["sticker"]}
          src={fileAddress(sticker.fileId)}
          alt={sticker.emoji}
        />
      )}
      {files.map((file) => (
        <UnsentFile
          key={file.uploadId}
          file={file}
          onCancel={() => cancel(file)}
        />
      ))}
      {forwards === undefined ? (
        <Body body={body} mentions={mentions} />
      ) : (
        <Body body={forwards.message.body} />
      )}
    </div>
  );
}

/** A message of mine on its way: drawn at once, as it will stand. */
export function UnsentView({ row }: { readonly row: UnsentRow }) {
  const texts = useTexts();
  const { message, isContinued } = row;
  const { state, writtenAt } = message;
  return (
    <article
      className={styles["message"]}
      data-mine="true"
      data-continued={isContinued}
      aria-label={texts.t("msg.mine")}
    >
      <div className={styles["column"]}>
        <div
          className={styles["bubble"]}
          data-refused={state.kind === "refused"}
        >
          <UnsentContent message={message} />
          <span className={styles["meta"]}>
            <time dateTime={new Date(writtenAt).toISOString()}>
              {texts.time(writtenAt)}
            </time>
            <DeliveryMark delivery={unsentDelivery(state)} />
          </span>
        </div>
        <Refused message={message} />
      </div>
    </article>
  );
}

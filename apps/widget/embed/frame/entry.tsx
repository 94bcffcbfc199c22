import type { Language, PrincipalId, TimelineEntry } from "@veche/contracts";
import { createFormats } from "@veche/ui";
import { linkedText } from "../../frame/chat/linked-text.tsx";
import type { EmbedTranslator } from "./texts.ts";

interface EntryProps {
  readonly entry: TimelineEntry;
  readonly myId: PrincipalId;
  readonly nameOf: (id: PrincipalId | null) => string;
  readonly language: Language;
  readonly t: EmbedTranslator["t"];
}

/** A message, or a line about what happened; null for what says nothing here. */
export function Entry(props: EntryProps) {
  const { entry, t } = props;
  switch (entry.type) {
    case "message.created":
      return <Message {...props} entry={entry} />;
    case "member.joined":
      return <Note>{t("note.joined", { name: entry.member.name })}</Note>;
    case "member.left":
      return <Note>{t("note.left", { name: entry.name })}</Note>;
    case "conversation.renamed":
      return <Note>{t("note.renamed", { title: entry.title })}</Note>;
    case "call.started":
      return <Note>{t("note.callStarted")}</Note>;
    case "call.ended":
      return <Note>{t("note.callEnded")}</Note>;
    default:
      return null;
  }
}

const Note = ({ children }: { readonly children: string }) => (
  <li class="note">{children}</li>
);

function Message({
  entry,
  myId,
  nameOf,
  language,
  t,
}: EntryProps & {
  readonly entry: Extract<TimelineEntry, { type: "message.created" }>;
}) {
  const isMine = entry.actorId === myId;
  const { deletedAt, editedAt, attachments, sticker, body } = entry;
  return (
    <li class={`message ${isMine ? "mine" : "theirs"}`}>
      {isMine ? null : <span class="author">{nameOf(entry.actorId)}</span>}
      <div class="bubble">
        {deletedAt === undefined ? linkedText(body) : t("message.deleted")}
        {attachments === undefined || attachments.length === 0 ? null : (
          <p>{t("message.files", { count: attachments.length })}</p>
        )}
        {sticker === undefined ? null : <p>{t("message.sticker")}</p>}
        <span class="stamp">
          {editedAt === undefined ? "" : `${t("message.edited")} `}
          {createFormats(language).time(entry.at)}
        </span>
      </div>
    </li>
  );
}

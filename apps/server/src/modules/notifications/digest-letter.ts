import { escapeHtml as escape } from "../../platform/mail/escape-html.ts";
import { saidWords } from "./domain/said-words.ts";
import type { Told } from "./domain/push-word.ts";
import type { Words } from "./domain/words.ts";

/** One unread message as a letter shows it. */
export type DigestLine = Pick<Told, "conversation" | "event" | "actorName">;

export interface DigestFrame {
  readonly words: Words;
  readonly productName: string;
  readonly personName: string;
  readonly publicUrl: string;
  /** Where these letters end without signing in. */
  readonly unsubscribeUrl: string;
}

export interface Letter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const longestDigest = 50;
const longestWords = 300;

/** The unread by conversation, as plain text and as HTML without pictures: nothing tells anybody that it was opened. */
export function writeDigest(
  lines: readonly DigestLine[],
  frame: DigestFrame,
): Letter {
  const { words, productName, personName, publicUrl, unsubscribeUrl } = frame;
  const shown = lines.slice(0, longestDigest);
  const groups = [
    ...Map.groupBy(shown, (one) => one.conversation.conversationId).values(),
  ].map((group) => groupOf(group, frame));
  const settingsUrl = `${publicUrl}/notifications`;
  const text = [
    words.digestGreeting(personName),
    ...groups.map(
      ({ title, said, url }) =>
        `${title}\n${said.map((line) => `  ${line}`).join("\n")}\n  ${url}`,
    ),
    words.digestWhy,
    `${words.digestSettings}: ${settingsUrl}`,
    `${words.unsubscribe}: ${unsubscribeUrl}`,
  ].join("\n\n");
  const html = `<!doctype html><html><body style="font-family:sans-serif;line-height:1.5">
<p>${escape(words.digestGreeting(personName))}</p>
${groups
  .map(
    ({
      title,
      said,
      url,
    }) => `<h3 style="margin:16px 0 4px">${escape(title)}</h3>
${said.map((line) => `<p style="margin:4px 0">${escape(line)}</p>`).join("\n")}
<p style="margin:4px 0"><a href="${escape(url)}">${escape(words.open)}</a></p>`,
  )
  .join("\n")}
<p style="color:#666;font-size:13px">${escape(words.digestWhy)} <a href="${escape(settingsUrl)}">${escape(words.digestSettings)}</a> · <a href="${escape(unsubscribeUrl)}">${escape(words.unsubscribe)}</a></p>
</body></html>`;
  return {
    subject: `${productName}: ${words.digestSubject(lines.length)}`,
    text,
    html,
  };
}

function groupOf(
  group: readonly DigestLine[],
  { words, publicUrl }: DigestFrame,
) {
  const said = group.map(({ conversation, event, actorName }) => {
    const text =
      event.type !== "message.created" || conversation.confidentiality !== null
        ? words.noWords
        : saidWords(event, words, longestWords);
    return `${actorName}: ${text}`;
  });
  const [first] = group;
  return {
    said,
    title: first?.conversation.title ?? first?.actorName ?? "",
    url: `${publicUrl}/chats/${first?.conversation.conversationId ?? ""}`,
  };
}

import type { Language, PrincipalId } from "@veche/contracts";
import { errorsEn, errorsRu } from "@veche/ui";
import { useEffect, useRef } from "preact/hooks";
import { useReadable } from "../../frame/parts/use-readable.ts";
import { Card } from "./card.tsx";
import { Composer } from "./composer.tsx";
import { Entry } from "./entry.tsx";
import type { EmbedState, OpenState } from "./embed-state.ts";
import { Outgoing } from "./outgoing.tsx";
import type { EmbedSession } from "./session.ts";
import { embedTranslator, type EmbedTranslator } from "./texts.ts";

interface AppProps {
  readonly session: EmbedSession;
  readonly language: Language;
  readonly isSeen: boolean;
}

/** The frame: the object's card, what was said about it, and the field. */
export function App({ session, language, isSeen }: AppProps) {
  const state = useReadable(session.state);
  const { t } = embedTranslator(language);
  switch (state.kind) {
    case "opening":
      return (
        <p class="empty" role="status">
          {t(state.isAway ? "line.away" : "line.opening")}
        </p>
      );
    case "refused":
      return (
        <Refused
          state={state}
          t={t}
          language={language}
          retry={() => void session.retry()}
        />
      );
    case "open":
      return (
        <Open
          session={session}
          state={state}
          t={t}
          language={language}
          isSeen={isSeen}
        />
      );
  }
}

interface VoiceProps {
  readonly t: EmbedTranslator["t"];
  readonly language: Language;
}

function Refused({
  state,
  t,
  language,
  retry,
}: VoiceProps & {
  readonly state: Extract<EmbedState, { kind: "refused" }>;
  readonly retry: () => void;
}) {
  const { code } = state;
  const text = (language === "ru" ? errorsRu : errorsEn)[
    code === "no_token" ? "auth.required" : code
  ];
  return (
    <div class="refused" role="alert">
      <p>{code === "no_token" ? t("failed.noToken") : text.happened}</p>
      {code === "no_token" ? null : <p class="muted">{text.advice}</p>}
      <button type="button" class="send" onClick={retry}>
        {t("failed.retry")}
      </button>
    </div>
  );
}

type OpenProps = VoiceProps &
  Pick<AppProps, "session" | "isSeen"> & { readonly state: OpenState };

function Open({ session, state, t, language, isSeen }: OpenProps) {
  const { opened, isAway } = state;
  const { conversation, card } = opened;
  const names = namesIn(state);
  const applications = conversation.members.filter(
    ({ kind }) => kind === "application",
  ).length;
  return (
    <>
      {card === null ? (
        <h1 class="title">{conversation.title}</h1>
      ) : (
        <Card card={card} language={language} t={t} />
      )}
      <div class="top">
        <span>{t("people.count", { count: names.size - applications })}</span>
        <a href={`/chats/${conversation.id}`} target="_blank" rel="noopener">
          {t("open.whole")}
        </a>
      </div>
      {isAway ? (
        <p class="strip away" role="status">
          {t("line.away")}
        </p>
      ) : null}
      <Messages
        session={session}
        state={state}
        names={names}
        t={t}
        language={language}
        isSeen={isSeen}
      />
      <Composer t={t} onSend={(body) => session.send(body)} />
    </>
  );
}

function Messages({
  session,
  state,
  names,
  t,
  language,
  isSeen,
}: OpenProps & { readonly names: ReadonlyMap<PrincipalId, string> }) {
  const { log, outgoing, opened } = state;
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.parentElement?.scrollTo({ top: 1_000_000_000 });
  }, [log.seq, outgoing.length]);
  useEffect(() => {
    if (isSeen) session.markRead();
  }, [session, isSeen, log.seq]);
  return (
    <div class="messages" role="log" aria-label={t("log.name")} tabIndex={0}>
      {log.entries.length + outgoing.length === 0 ? (
        <p class="empty">{t("log.empty")}</p>
      ) : null}
      <ul class="message-list" ref={list}>
        {log.entries.map((entry) => (
          <Entry
            key={entry.seq}
            entry={entry}
            myId={opened.me.id}
            nameOf={(id) => (id === null ? "" : (names.get(id) ?? ""))}
            language={language}
            t={t}
          />
        ))}
        {outgoing.map((message) => (
          <Outgoing
            key={message.clientId}
            message={message}
            session={session}
            language={language}
            t={t}
          />
        ))}
      </ul>
    </div>
  );
}

/** Those who are in it, and whoever came since it was opened. */
function namesIn({ opened, log }: OpenState): ReadonlyMap<PrincipalId, string> {
  const names = new Map(
    opened.conversation.members.map(({ principalId, name }) => [
      principalId,
      name,
    ]),
  );
  for (const entry of log.entries)
    if (entry.type === "member.joined")
      names.set(entry.member.principalId, entry.member.name);
  return names;
}

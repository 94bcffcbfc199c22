import type { JanusLine, JanusMessage } from "./janus-line.ts";

interface Jsep {
  readonly type: "offer" | "answer";
  readonly sdp: string;
}

/** What a plugin answered. */
export interface PluginAnswer {
  readonly data: Readonly<Record<string, unknown>>;
  readonly sdp: string | undefined;
}

/** A handle of the VideoRoom: one peer connection at most. */
export interface JanusHandle {
  ask(
    body: Readonly<Record<string, unknown>> & { readonly request: string },
    jsep?: Jsep,
  ): Promise<PluginAnswer>;
  /** A candidate of the browser; null: there are no more. */
  trickle(candidate: IceCandidate | null): Promise<void>;
}

/** All that belongs to one participant: destroyed at once. */
export interface JanusSession {
  attach(onNews: (message: JanusMessage) => void): Promise<JanusHandle>;
  /** Lets everything of it go; harmless when Janus is gone. */
  destroy(): Promise<void>;
}

interface IceCandidate {
  readonly candidate: string;
  readonly sdpMid: string | null;
  readonly sdpMLineIndex: number | null;
}

const plugin = "janus.plugin.videoroom";

export async function openJanusSession(line: JanusLine): Promise<JanusSession> {
  const sessionId = idIn(await line.ask({ janus: "create" }));
  const feeds = new DisposableStack();
  return {
    async attach(onNews) {
      const handleId = idIn(
        await line.ask({
          janus: "attach",
          session_id: sessionId,
          plugin,
        }),
      );
      feeds.use(line.listen(handleId, onNews));
      return createHandle(line, { sessionId, handleId });
    },
    async destroy() {
      feeds.dispose();
      await line
        .ask({ janus: "destroy", session_id: sessionId })
        .catch(() => undefined);
    },
  };
}

function createHandle(
  line: JanusLine,
  ids: { readonly sessionId: number; readonly handleId: number },
): JanusHandle {
  const place = { session_id: ids.sessionId, handle_id: ids.handleId };
  return {
    async ask(body, jsep) {
      const answer = await line.ask({
        janus: "message",
        ...place,
        body,
        ...(jsep !== undefined && { jsep }),
      });
      return { data: answer.plugindata?.data ?? {}, sdp: answer.jsep?.sdp };
    },
    async trickle(candidate) {
      await line.ask({
        janus: "trickle",
        ...place,
        candidate: candidate ?? { completed: true },
      });
    },
  };
}

function idIn({ data }: JanusMessage): number {
  if (data?.id === undefined) throw new Error("Janus named no identifier");
  return data.id;
}

import { playOnSpeaker, type CallSession } from "@veche/call-client";
import { createStore, type Readable } from "@veche/realtime-client";
import type { CallControl } from "./call-control.ts";
import { thirdIn } from "./stage-view.ts";

/** What the others say, played whether or not the call is on the screen. */
export interface RemoteSound {
  /** The browser wants a click before it plays. */
  readonly isBlocked: Readable<boolean>;
  /** To be called from a click. */
  readonly unblock: () => void;
}

function addPlayer(root: ShadowRoot): HTMLAudioElement {
  const player = document.createElement("audio");
  player.autoplay = true;
  player.hidden = true;
  root.append(player);
  return player;
}

/** A newer stream interrupts an older start; only a refusal needs the person. */
const isRefusal = (error: unknown): boolean =>
  error instanceof DOMException && error.name === "NotAllowedError";

function playOnChosen(
  control: CallControl,
  players: readonly HTMLAudioElement[],
): void {
  control.media.subscribe(() => {
    const media = control.media.get();
    media?.state.subscribe(() => {
      const { speaker } = media.state.get().chosen;
      for (const player of players) void playOnSpeaker(player, speaker);
    });
  });
}

export function createRemoteSound(
  control: CallControl,
  root: ShadowRoot,
): RemoteSound {
  const isBlocked = createStore(false);
  const voice = addPlayer(root);
  const screen = addPlayer(root);
  const third = addPlayer(root);
  const players = [voice, screen, third];
  const play = (player: HTMLAudioElement) => {
    if (player.srcObject === null) return;
    player.play().then(
      () => isBlocked.set(false),
      (error: unknown) => {
        if (isRefusal(error)) isBlocked.set(true);
      },
    );
  };
  const show = (player: HTMLAudioElement, stream: MediaStream | null) => {
    if (player.srcObject === stream) return;
    player.srcObject = stream;
    play(player);
  };
  const follow = (session: CallSession) => {
    const update = () => {
      if (control.session.get() !== session) return;
      const snapshot = session.snapshot.get();
      show(voice, snapshot.remoteStream);
      show(screen, snapshot.remoteScreen);
      show(third, thirdIn(snapshot)?.stream ?? null);
    };
    session.snapshot.subscribe(update);
    update();
  };
  control.session.subscribe(() => {
    const session = control.session.get();
    if (session !== null) follow(session);
    else for (const player of players) player.srcObject = null;
  });
  playOnChosen(control, players);
  return {
    isBlocked,
    unblock: () => players.forEach(play),
  };
}

import { authEndpoints } from "@veche/contracts";
import {
  mediaFlowExpression,
  people,
  waitUntil,
  type MediaFlow,
  type PersonName,
  type Screen,
  type World,
} from "@veche/test-world";

/** Names of what a person presses on the operator's screens. */
export const desk = {
  becomeAvailable: { role: "button", name: "Become available" },
  accept: { role: "button", name: /^Accept/ },
  decline: { role: "button", name: /^Decline/ },
  endCall: { role: "button", name: "End the call" },
  endSession: { role: "button", name: "End session" },
  mute: { role: "button", name: "Mute the microphone" },
  unmute: { role: "button", name: "Unmute the microphone" },
  share: { role: "button", name: "Share the screen" },
  stopSharing: { role: "button", name: "Stop sharing" },
} as const;

/** And on the shop's page, in the widget. */
export const widget = {
  open: { role: "button", name: /^Write to us or call us/ },
  videoCall: { role: "button", name: /^Video call/ },
  audioCall: { role: "button", name: /^Audio call/ },
  write: { role: "button", name: /^Write to us (?!or)/ },
  call: { role: "button", name: "Call" },
  end: { role: "button", name: "End" },
  stopWaiting: { role: "button", name: "Stop waiting" },
  mute: { role: "button", name: "Turn the microphone off" },
  unmute: { role: "button", name: "Turn the microphone on" },
  share: { role: "button", name: "Share the screen" },
  stopSharing: { role: "button", name: "Stop sharing the screen" },
  showChat: { role: "button", name: "Show the chat" },
} as const;

/** No ring of this world runs out while a slow machine is busy; what follows when one does is a journey of its own. */
export const unhurried = { RING_SECONDS: "120" } as const;

/** Signs somebody in on the staff app, whose screens then speak English. */
export async function signInAt(
  screen: Screen,
  world: World,
  name: PersonName,
): Promise<void> {
  const person = await world.user(name);
  await person.call(authEndpoints.updateMe, { body: { language: "en" } });
  person[Symbol.dispose]();
  await screen.open(`${world.baseUrl}/`);
  await screen.fill("Login", people[name].login);
  await screen.fill("Password", people[name].password);
  await screen.press({ role: "button", name: "Sign in" });
}

/** An operator at the Desk, waiting for the next customer. */
export async function operatorAt(
  screen: Screen,
  world: World,
  name: PersonName = "boris",
): Promise<void> {
  // Whoever served a moment ago may still be available: the grace of a closed page.
  const person = await world.user(name);
  await person.line.send("operator.set_state", {
    state: "offline",
    breakReason: null,
  });
  person[Symbol.dispose]();
  await signInAt(screen, world, name);
  await screen.press(desk.becomeAvailable);
  await screen.see("You are available");
}

/** A customer on the shop's first page, in English. */
export async function customerAt(screen: Screen, world: World): Promise<void> {
  await screen.open(`${world.baseUrl}/shop/`);
  await screen.press({ role: "button", name: "Eng" });
}

/** From the launcher to a ringing call. */
export async function callFromShop(
  screen: Screen,
  kind: "video" | "audio" = "video",
): Promise<void> {
  await screen.press(widget.open);
  await screen.press(kind === "video" ? widget.videoCall : widget.audioCall);
  await screen.press(widget.call);
}

export const flowOf = (screen: Screen): Promise<MediaFlow> =>
  screen.evaluate<MediaFlow>(mediaFlowExpression);

/** Picture and sound arrive here, and go on arriving; another connection counts from its own beginning. */
export async function seesAndHears(screen: Screen): Promise<MediaFlow> {
  let last = await waitUntil(
    "the first frames and sound",
    async () => {
      const flow = await flowOf(screen);
      return flow.receivedFrames > 0 && flow.receivedAudioEnergy > 0 && flow;
    },
    { timeoutMs: 120_000, everyMs: 100 },
  );
  const grown = { frames: 0, energy: 0 };
  return waitUntil(
    "frames to advance and the sound level to move",
    async () => {
      const flow = await flowOf(screen);
      grown.frames += Math.max(0, flow.receivedFrames - last.receivedFrames);
      grown.energy += Math.max(
        0,
        flow.receivedAudioEnergy - last.receivedAudioEnergy,
      );
      last = flow;
      return grown.frames > 10 && grown.energy > 0 && flow;
    },
    // After a server that was long away the other side sends again when its line is back.
    { timeoutMs: 120_000, everyMs: 200 },
  );
}

/** Sound arrives here. */
export const hears = (screen: Screen): Promise<unknown> =>
  waitUntil(
    "sound",
    async () => (await flowOf(screen)).receivedAudioEnergy > 0,
    { timeoutMs: 120_000, everyMs: 100 },
  );

/** Neither picture nor sound comes any more. */
export async function nothingArrives(screen: Screen): Promise<void> {
  const arrived = async () => {
    const { receivedFrames, receivedAudioPackets } = await flowOf(screen);
    return `${receivedFrames} frames, ${receivedAudioPackets} packets`;
  };
  let last = await arrived();
  await waitUntil(
    "nothing to arrive",
    async () => {
      const before = last;
      last = await arrived();
      return last === before;
    },
    { everyMs: 500 },
  );
}

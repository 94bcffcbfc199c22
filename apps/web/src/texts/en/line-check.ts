export const lineCheckEn = {
  "line.title": "Connection check",
  "line.lead":
    "Tries your microphone, your camera and the way to our servers, as a call would take it. It takes about twenty seconds; speak meanwhile.",
  "line.start": "Check the connection",
  "line.again": "Check again",
  "line.offer": "Check the connection",
  "line.server": "Sending to the media server and hearing yourself…",
  "line.relay": "Going by the relay, as from behind a firewall…",
  "line.camera": "Your camera",
  "line.noCamera": "No camera",
  "line.verdict.excellent": "You can call: the connection is excellent.",
  "line.verdict.good": "You can call: the connection is good.",
  "line.verdict.weak":
    "A call will be felt to be weak. Look below for what helps.",
  "line.verdict.bad": "A call would go badly. Look below for what to do.",
  "line.sound": "Sound",
  "line.sound.good": "Your microphone is heard.",
  "line.sound.fair":
    "The microphone is open, and nothing is heard. Speak, or choose another one.",
  "line.sound.poor":
    "No microphone. Connect one and allow this page to use it; without it you can listen.",
  "line.picture": "Picture",
  "line.picture.good":
    "Your picture comes through whole ({figure} frames a second).",
  "line.picture.fair":
    "Your picture comes through with few frames, or there is no camera. You can talk without it.",
  "line.picture.poor":
    "Your picture hardly comes through. Close other programs, or talk without the camera.",
  "line.picture.unknown": "The picture could not be measured.",
  "line.bandwidth": "Speed",
  "line.bandwidth.good": "Enough for sound and picture ({figure} kbit/s).",
  "line.bandwidth.fair":
    "Enough for sound and a small picture ({figure} kbit/s).",
  "line.bandwidth.poor":
    "Enough for sound only ({figure} kbit/s). Stop downloads, come nearer to the Wi-Fi, or use a cable.",
  "line.bandwidth.unknown": "The browser does not tell the speed.",
  "line.delay": "Delay",
  "line.delay.good": "There and back in {figure} ms.",
  "line.delay.fair":
    "{figure} ms there and back: you will talk over each other. Without a VPN it may be less.",
  "line.delay.poor":
    "{figure} ms there and back: a talk is hard. Switch the VPN off or take another network.",
  "line.delay.unknown": "The delay could not be measured.",
  "line.loss": "Loss",
  "line.loss.good": "Hardly anything gets lost.",
  "line.loss.fair":
    "{figure} % gets lost: the sound may crackle. A cable instead of Wi-Fi helps most.",
  "line.loss.poor":
    "{figure} % gets lost: words will be missing. Use a cable, or another network.",
  "line.loss.unknown": "The loss could not be measured.",
  "line.serverWay": "Media server",
  "line.serverWay.good": "Reached.",
  "line.serverWay.poor":
    "Not reached: calls of three and more will not work here. Ask your administrator to open UDP to this server.",
  "line.serverWay.unknown": "There is none: calls are for two.",
  "line.relayWay": "Relay",
  "line.relayWay.good":
    "Reached: a call gets through strict firewalls as well.",
  "line.relayWay.poor":
    "Not reached: from behind a strict firewall a call may fail. Ask your administrator.",
  "line.relayWay.unknown":
    "There is none: from behind a strict firewall a call may fail.",
} as const;

/** What a new message can sound like. */
export const messageSounds = ["chime", "drop", "knock", "pluck"] as const;
export type MessageSound = (typeof messageSounds)[number];

/** What an incoming call can sound like. */
export const callSounds = ["bells", "marimba", "pulse"] as const;
export type CallSound = (typeof callSounds)[number];

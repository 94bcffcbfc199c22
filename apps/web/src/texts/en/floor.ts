import type { Catalogue } from "@veche/ui";

/** The order of a group's call: hands, reactions, what those who keep order may do, the door. */
export const floorEn = {
  "floor.handUp": "Raise your hand",
  "floor.handDown": "Lower your hand",
  "floor.handPlace": "Hand raised, number {place} in the row",
  "floor.handUpOf": "{name} raised a hand",
  "floor.react": "Reactions",
  "floor.reactWith": "React: {reaction}",
  "floor.reactionOf": "{name}: {reaction}",
} as const satisfies Catalogue;

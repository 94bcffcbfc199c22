import type { Catalogue } from "@veche/ui";

export const stickersEn = {
  "stickers.empty": "No stickers yet",
  "stickers.emptyAdvice":
    "Make a set of your own, or take one that colleagues share.",
  "stickers.arrange": "My sets…",
  "stickers.title": "Sticker sets",
  "stickers.mine": "In my list",
  "stickers.noneMine": "No sets yet.",
  "stickers.shared": "Shared by colleagues",
  "stickers.noneShared": "Nothing else is shared.",
  "stickers.search": "Find a set",
  "stickers.take": "Take",
  "stickers.isShared": "shared",
  "stickers.newTitle": "Title of a new set",
  "stickers.make": "Make",
  "stickers.edit": "Change the set {name}",
  "stickers.putAway": "Take {name} out of my list",
  "stickers.setTitle": "Title",
  "stickers.share": "Share with everybody",
  "stickers.shareAbout":
    "Colleagues find the set and may take it into their lists.",
  "stickers.inSet": "Stickers of the set",
  "stickers.emptySet":
    "No stickers in it yet. Choose pictures: PNG or WebP with a clear background look best.",
  "stickers.emoji": "What they say: {emoji}",
  "stickers.add": "Add pictures",
  "stickers.addAbout": "Choose first the emoji the stickers stand for.",
  "stickers.earlier": "{name}: earlier",
  "stickers.later": "{name}: later",
  "stickers.takeOut": "{name}: take out",
  "stickers.delete": "Delete the set",
  "stickers.deleteForGood": "Delete for good",
  "stickers.back": "Back to the sets",
  "stickers.count": {
    by: "count",
    one: "{count} sticker",
    other: "{count} stickers",
  },
} as const satisfies Catalogue;

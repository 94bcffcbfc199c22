const oneEmoji = /^\p{RGI_Emoji}$/v;
const emojiPresentation = "\ufe0f";

/**
 * An emoji in its one spelling, so that the same picture is the same reaction; undefined for anything else. Some
 * keyboards leave the sign out that says "as a picture, not as a letter".
 */
export function emojiOf(typed: string): string | undefined {
  return [typed, typed + emojiPresentation].find((one) => oneEmoji.test(one));
}

export {
  contrastOf,
  GRAPHICS_CONTRAST,
  reachContrast,
  TEXT_CONTRAST,
  textOn,
} from "./colour/contrast.ts";
export {
  colourSchemes,
  DEFAULT_ACCENT_COLOUR,
  paletteOf,
  type ColourScheme,
  type Palette,
} from "./colour/palette.ts";
export type {
  Arguments,
  Catalogue,
  ParametersOf,
  PluralText,
  Text,
} from "./i18n/catalogue.ts";
export {
  fieldWords,
  type FieldVoice,
  type FieldWords,
} from "./i18n/field-words.ts";
export { createFormats, type Formats } from "./i18n/formats.ts";
export {
  createTranslator,
  type Translator,
  type TranslatorOptions,
} from "./i18n/translator.ts";
export * from "./icons/icons.ts";
export {
  createSounds,
  type Sounds,
  type SoundsOptions,
} from "./sounds/sounds.ts";
export type { ErrorText, ErrorTexts } from "./texts/error-text.ts";
export { customerErrorsEn } from "./texts/en/customer-errors.ts";
export { errorsEn } from "./texts/en/errors.ts";
export { consentEn } from "./texts/en/consent.ts";
export { ladderEn } from "./texts/en/ladder.ts";
export { sharedEn } from "./texts/en/shared.ts";
export { customerErrorsRu } from "./texts/ru/customer-errors.ts";
export { errorsRu } from "./texts/ru/errors.ts";
export { consentRu } from "./texts/ru/consent.ts";
export { ladderRu } from "./texts/ru/ladder.ts";
export { sharedRu } from "./texts/ru/shared.ts";
export {
  fontFamily,
  motion,
  radii,
  shadows,
  spacing,
  typeScale,
} from "./tokens/scale.ts";
export {
  colourVariables,
  tokensCss,
  type TokensCssOptions,
} from "./tokens/tokens-css.ts";

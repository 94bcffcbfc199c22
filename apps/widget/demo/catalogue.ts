import type { Words } from "./words.ts";

export interface Product {
  readonly id: string;
  readonly name: Words;
  readonly maker: Words;
  readonly about: Words;
  readonly facts: readonly Words[];
  readonly priceRub: number;
  readonly priceEur: number;
  readonly left: number;
}

/** What the shop sells. The demo has no back end of its own: this is the whole assortment. */
export const catalogue: readonly Product[] = [
  {
    id: "teapot",
    name: { ru: "Чайник «Суздаль»", en: "Suzdal teapot" },
    maker: { ru: "Гончарная артель", en: "Potters' guild" },
    about: {
      ru: "Каменная масса, матовая глазурь цвета шалфея. Носик не капает: мы проверили на сорока чаепитиях.",
      en: "Stoneware with a matt sage glaze. The spout does not drip: we checked over forty teas.",
    },
    facts: [
      { ru: "Объём 900 мл", en: "Holds 900 ml" },
      { ru: "Можно в посудомоечную машину", en: "Dishwasher safe" },
      { ru: "Обжиг 1240 °C", en: "Fired at 1240 °C" },
    ],
    priceRub: 4900,
    priceEur: 54,
    left: 7,
  },
  {
    id: "mug",
    name: { ru: "Кружка «Утро»", en: "Morning mug" },
    maker: { ru: "Гончарная артель", en: "Potters' guild" },
    about: {
      ru: "Тонкий край и широкая ручка, за которую держатся двумя пальцами даже в варежках.",
      en: "A thin rim and a wide handle you can hold with two fingers, mittens on.",
    },
    facts: [
      { ru: "Объём 320 мл", en: "Holds 320 ml" },
      { ru: "Можно в микроволновую печь", en: "Microwave safe" },
    ],
    priceRub: 1450,
    priceEur: 16,
    left: 23,
  },
  {
    id: "honey",
    name: { ru: "Мёд липовый", en: "Lime-blossom honey" },
    maker: { ru: "Пасека у Оки", en: "Apiary on the Oka" },
    about: {
      ru: "Июльский сбор, не грели и не смешивали. К ноябрю загустел, как и положено настоящему.",
      en: "Gathered in July, neither heated nor blended. By November it has set, as real honey should.",
    },
    facts: [
      { ru: "Стекло, 500 г", en: "Glass jar, 500 g" },
      { ru: "Хранить в тени", en: "Keep out of the sun" },
    ],
    priceRub: 890,
    priceEur: 10,
    left: 40,
  },
  {
    id: "towel",
    name: { ru: "Полотенце льняное", en: "Linen towel" },
    maker: { ru: "Ткацкая в Плёсе", en: "Plyos weavers" },
    about: {
      ru: "Умягчённый лён с красной кромкой. С каждой стиркой становится мягче.",
      en: "Softened linen with a red edge. It grows softer with every wash.",
    },
    facts: [
      { ru: "50 × 70 см", en: "50 × 70 cm" },
      { ru: "Лён 100 %", en: "100 % linen" },
    ],
    priceRub: 1200,
    priceEur: 13,
    left: 16,
  },
  {
    id: "board",
    name: { ru: "Доска из вяза", en: "Elm board" },
    maker: { ru: "Столярная № 3", en: "Joinery No. 3" },
    about: {
      ru: "Цельный вяз, масло и воск. С одной стороны желобок для сока, с другой ровная подача.",
      en: "Solid elm, oiled and waxed. A groove for juice on one side, a flat serving face on the other.",
    },
    facts: [
      { ru: "38 × 24 × 3 см", en: "38 × 24 × 3 cm" },
      { ru: "Масло в подарок", en: "Comes with a tin of oil" },
    ],
    priceRub: 3600,
    priceEur: 40,
    left: 5,
  },
  {
    id: "candle",
    name: { ru: "Свеча «Кедр»", en: "Cedar candle" },
    maker: { ru: "Мастерская «Тихо»", en: "Quiet workshop" },
    about: {
      ru: "Соевый воск, кедр и немного дыма. Горит сорок часов и не коптит.",
      en: "Soy wax, cedar and a little smoke. Burns for forty hours without soot.",
    },
    facts: [
      { ru: "Горит 40 часов", en: "Burns for 40 hours" },
      { ru: "Стакан пригодится потом", en: "The glass lives on" },
    ],
    priceRub: 1750,
    priceEur: 19,
    left: 12,
  },
];

export const productById = (id: string | null): Product | undefined =>
  catalogue.find((product) => product.id === id);

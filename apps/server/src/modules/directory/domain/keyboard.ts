const english = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.";
const russian = "ёйцукенгшщзхъфывапролджэячсмитьбю";

const otherKey = (key: string): string => {
  const inEnglish = english.indexOf(key);
  const inRussian = russian.indexOf(key);
  if (inEnglish >= 0) return russian.charAt(inEnglish);
  return inRussian >= 0 ? english.charAt(inRussian) : key;
};

/** What the same keys would have written under the other layout: "fyyf" is "анна", "фттф" is "anna". */
export const underOtherLayout = (typed: string): string =>
  typed.toLowerCase().replaceAll(/./gu, otherKey);

/** Where the list of sites is kept between screens. */
export const sitesKey = ["sites"] as const;

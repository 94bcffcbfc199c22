/** Where the list of keys is kept between screens. */
export const scimKeysKey = ["scim-keys"] as const;

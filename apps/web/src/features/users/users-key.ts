/** Where the list of users is kept between screens. */
export const usersKey = ["users"] as const;

/** A session ends so long after sign-in, however much it is used. */
export const SESSION_LONGEST_S = 30 * 24 * 3600;
/** Use is written down this often at most. */
export const SESSION_TOUCH_S = 60;

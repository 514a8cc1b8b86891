/** Children of this age and older answer for themselves (ID-6). */
export const ageOfOwnAccess = 13;

/** From here on a person may appoint a proxy: a mandate must not become a parent’s way around ID-6. */
export const ageOfMajority = 18;

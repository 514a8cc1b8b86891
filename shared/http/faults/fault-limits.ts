/** Faults that one answer tells; whoever has mended so many sends it again and is told the next. */
export const mostFaults = 100;

/** Characters of them all together: a pointer leads by names that the caller chose, and may be long. */
export const mostFaultText = 40_000;

/** Bytes of what is stored as one item, as JSON, which is more than DynamoDB counts; its own limit is 409 600. */
export const largestItemBytes = 300_000;

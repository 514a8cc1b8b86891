/** What DynamoDB takes in one transaction: so many items, and bytes of them. */
export const mostItems = 100;
export const mostBytes = 4_000_000;

/** Changes of one request: the activity and the idempotency row are items too. */
export const mostChanges = mostItems - 2;

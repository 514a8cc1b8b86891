/**
 * Dollars per million request units, DynamoDB Standard, on demand, Europe (Stockholm):
 * https://aws.amazon.com/dynamodb/pricing/on-demand/, as they have been since AWS halved them on 1 November 2024.
 */
export const dollarsPerMillionUnits = { read: 0.1345, write: 0.671 } as const;

/** Kronor for a dollar: a round figure, so that the table changes with the code and not with the exchange. */
export const kronorPerDollar = 10;

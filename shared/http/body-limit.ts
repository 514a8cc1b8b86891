import type { APIGatewayProxyEvent } from 'aws-lambda';
import { bodyLimitOf, type Contract } from '../contract/contract.ts';
import { Problem } from '../domain/problem.ts';

const sizeOf = ({ body, isBase64Encoded }: APIGatewayProxyEvent): number =>
  body ? Buffer.byteLength(body, isBase64Encoded ? 'base64' : 'utf8') : 0;

/** Refuses before anything is parsed: parsing is what a large body is sent for. */
export const bodyLimit = (contract: Contract) => ({
  before: ({ event }: { event: APIGatewayProxyEvent }): void => {
    const limit = bodyLimitOf(contract);
    if (sizeOf(event) > limit) throw new Problem('payload-too-large', [], { limit });
  },
});

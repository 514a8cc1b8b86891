import type { APIGatewayProxyEvent } from 'aws-lambda';
import type { Contract } from '../contract/contract.ts';
import { Problem } from '../domain/problem.ts';

/** Bytes, where the contract says nothing. */
const defaultBodyLimit = 64 * 1024;

export const bodyLimitOf = ({ bodyLimit: limit = defaultBodyLimit }: Pick<Contract, 'bodyLimit'>): number =>
  limit;

const sizeOf = ({ body, isBase64Encoded }: APIGatewayProxyEvent): number =>
  body ? Buffer.byteLength(body, isBase64Encoded ? 'base64' : 'utf8') : 0;

/** Refuses before anything is parsed: parsing is what a large body is sent for. */
export const bodyLimit = (contract: Contract) => ({
  before: ({ event }: { event: APIGatewayProxyEvent }): void => {
    if (sizeOf(event) > bodyLimitOf(contract)) throw new Problem('payload-too-large');
  },
});

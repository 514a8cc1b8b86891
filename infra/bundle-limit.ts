import { routes } from '../functions/routes.ts';
import { triggers } from '../functions/triggers.ts';

const withStorage = new Set([
  ...routes.filter(({ contract }) => contract.storage).map(({ contract }) => contract.operationId),
  ...triggers.filter((trigger) => 'storage' in trigger).map(({ name }) => name),
]);

/** Bytes that a function's file may have at most, so that it starts fast: those with storage carry S3's client besides DynamoDB's. */
export const bundleLimitOf = (name: string): number => (withStorage.has(name) ? 640 : 450) * 1024;

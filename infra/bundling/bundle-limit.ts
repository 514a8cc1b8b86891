import { routesAndTriggers, storing } from '../rights/routes-and-triggers.ts';

const withStorage = new Set(storing(routesAndTriggers).map(({ name }) => name));

/** Nobody waits for it, and it carries what reads films and tells formats apart. */
const judging = 'verifyUpload';

/** Bytes that a function's file may have at most, so that it starts fast: those with storage carry S3's client besides DynamoDB's. */
export const bundleLimitOf = (name: string): number => {
  if (name === judging) return 750 * 1024;
  return (withStorage.has(name) ? 700 : 550) * 1024;
};

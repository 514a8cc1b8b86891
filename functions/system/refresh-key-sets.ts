import type { ScheduledHandler } from 'aws-lambda';
import { fetchKeySet } from '../../shared/auth/fetch-key-set.ts';
import type { Issuer } from '../../shared/auth/issuer-settings.ts';
import { keySetEnvironment, readEnvironment } from '../../shared/config/environment.ts';
import { createLog, describeError, type Log } from '../../shared/observability/log.ts';
import { openClient } from '../../shared/persistence/engine/database.ts';
import {
  type KeySetRepository,
  keySetRepository,
} from '../../shared/persistence/organisation/key-set-repository.ts';

interface Ports {
  readonly issuers: readonly Issuer[];
  readonly keySets: Pick<KeySetRepository, 'store'>;
  readonly log: Log;
  now(): Date;
}

/**
 * Fetches every identity provider's keys for the functions that have no way out (SEC-3). One that fails leaves its stored
 * keys as they are, and makes the run fail once all others are done, so that the alarm sees it.
 */
export const createRefreshKeySets =
  (portsOf: () => Ports): (() => Promise<void>) =>
  async () => {
    const { issuers, keySets, log, now } = portsOf();
    const refreshed = await Promise.allSettled(
      issuers.map(async (issuer) => keySets.store(await fetchKeySet(issuer, now()))),
    );
    const failures = refreshed.filter((one) => one.status === 'rejected');
    for (const { reason } of failures) log.error('keys-refresh-failed', describeError(reason));
    if (failures.length > 0) throw new Error(`${failures.length} of ${issuers.length} issuers gave no keys`);
    log.info('keys-refreshed', { issuers: issuers.length });
  };

export const handler: ScheduledHandler = createRefreshKeySets(() => {
  const { ISSUERS, TABLE_ORGANISATION } = readEnvironment(keySetEnvironment, process.env);
  return {
    issuers: ISSUERS,
    keySets: keySetRepository({ client: openClient(), tables: { organisation: TABLE_ORGANISATION } }),
    log: createLog('refresh-key-sets'),
    now: () => new Date(),
  };
});

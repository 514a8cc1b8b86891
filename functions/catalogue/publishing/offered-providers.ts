import type { OfferedTo } from '../../../shared/domain/moment/catalogue-entry.ts';
import { Problem } from '../../../shared/domain/problem.ts';
import { organisationSayings } from '../../../shared/domain/sayings/organisation-sayings.ts';
import type { Stores } from '../../../shared/persistence/stores.ts';

/** Those named that are registered here; read beside the first round trip, a hundred at a time. */
export const registeredAmong = (
  { organisation }: Stores,
  offered: OfferedTo | undefined,
): Promise<ReadonlySet<string>> =>
  organisation.registeredAmong(offered === undefined || offered === 'everyone' ? [] : offered);

/**
 * What is offered to nobody’s HSA-id would cost a line for ever and reach no one. Those it was offered to before may stay.
 * Throws `provider-not-registered` with each.
 */
export const assertRegisteredProviders = (
  offered: OfferedTo | undefined,
  before: OfferedTo | undefined,
  registered: ReadonlySet<string>,
): void => {
  if (offered === undefined || offered === 'everyone') return;
  const kept = before === undefined || before === 'everyone' ? [] : before;
  const unknown = offered.flatMap((provider, at) =>
    registered.has(provider) || kept.includes(provider) ? [] : [{ provider, at }],
  );
  if (unknown.length === 0) return;
  throw new Problem(
    'provider-not-registered',
    unknown.map(({ provider, at }) => ({
      pointer: `/body/offeredTo/${at}`,
      ...organisationSayings['not-registered'](provider),
    })),
  );
};

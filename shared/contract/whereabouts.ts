import type { ClosedContract } from './contract.ts';

/** What of a route's address says where the thing asked for lies, and so against what the caller's rights are held. */
type Whereabouts = 'unit' | 'provider' | 'instance' | 'moment' | 'platform' | 'resident';

/**
 * Read from the address alone, so that access can be settled before anything else about the request is known, and no use case can
 * forget to. `resident`: what is about the one whose data is asked for; `platform`: what lies at no provider.
 */
export const whereaboutsOf = ({ caller, path }: Pick<ClosedContract, 'caller' | 'path'>): Whereabouts => {
  if (path.includes('{instanceId}')) return 'instance';
  if (caller === 'resident') return 'resident';
  if (path.includes('{unitId}')) return 'unit';
  if (path.includes('{providerId}')) return 'provider';
  return path.includes('{momentId}') ? 'moment' : 'platform';
};

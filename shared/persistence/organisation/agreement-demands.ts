import type { Unit } from '../../domain/organisation.ts';
import { type Change, demandUnread } from '../engine/change.ts';
import { keys } from '../keys.ts';
import { organisationEntities } from './entities.ts';

/**
 * What a unit of a private provider needs at the very moment of writing (ORG-2): an agreement in force, `agreement-missing`
 * otherwise, with a connected region, `region-not-connected` otherwise. Nothing where the unit is under no agreement.
 */
export const agreementDemands = (
  { provider, region, underAgreement }: Pick<Unit, 'provider' | 'region' | 'underAgreement'>,
  now: string,
): Change[] =>
  underAgreement
    ? [
        demandUnread(organisationEntities.agreement, keys.agreement(provider, region), {
          inForceAt: now,
          otherwise: 'agreement-missing',
        }),
        regionDemand(region),
      ]
    : [];

/** The region is connected, or `region-not-connected`. */
export const regionDemand = (region: string): Change =>
  demandUnread(organisationEntities.provider, keys.provider(region), {
    state: ['connected'],
    otherwise: 'region-not-connected',
  });

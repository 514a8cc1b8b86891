import type { Unit } from '../../domain/organisation.ts';
import type { ProblemCode } from '../../domain/problem.ts';
import { type Change, demandUnread } from '../engine/change.ts';
import { keys } from '../keys.ts';
import { organisationEntities } from './entities.ts';

/** The service agreement of the region or municipality is in force, or `provider-not-connected`. */
export const connectionDemand = (
  provider: string,
  now: string,
  otherwise: ProblemCode = 'provider-not-connected',
): Change =>
  demandUnread(organisationEntities.serviceAgreement, keys.serviceAgreement(provider), {
    inForceAt: now,
    otherwise,
  });

/**
 * What must be in force at the very moment something new begins on a unit (ORG-2): its provider’s service agreement or, where that is
 * private, its agreement with the region and the region’s service agreement, which it cannot outlive. `otherwise` is told in place of
 * `agreement-missing` and `provider-not-connected` where the caller is no member of staff.
 */
export const agreementDemands = (
  { provider, region, underAgreement }: Pick<Unit, 'provider' | 'region' | 'underAgreement'>,
  now: string,
  otherwise?: ProblemCode,
): Change[] =>
  underAgreement
    ? [
        demandUnread(organisationEntities.agreement, keys.agreement(provider, region), {
          inForceAt: now,
          otherwise: otherwise ?? 'agreement-missing',
        }),
        connectionDemand(region, now, otherwise),
      ]
    : [connectionDemand(provider, now, otherwise)];

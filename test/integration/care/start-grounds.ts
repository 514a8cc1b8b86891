import { liftRecall } from '../../../functions/catalogue/publishing/lift-recall.ts';
import { recallVersion } from '../../../functions/catalogue/publishing/recall-version.ts';
import { setOffer } from '../../../functions/catalogue/publishing/set-offer.ts';
import { setServiceAgreement } from '../../../functions/organisation/set-service-agreement.ts';
import { approveResident } from '../../../functions/people/approve-resident.ts';
import { withdrawApproval } from '../../../functions/people/withdraw-approval.ts';
import { giveUnitRole } from '../../../functions/staffing/give-unit-role.ts';
import { withdrawUnitRole } from '../../../functions/staffing/withdraw-unit-role.ts';
import type { UseCase } from '../../../shared/http/use-case.ts';
import { login, provider, residents, serviceAgreementOf, units } from '../../support/people.ts';
import type { Sent, World } from '../../support/world.ts';
import { entryTag } from '../catalogue/catalogue-world.ts';
import type { Ground } from './start-model.ts';

type Request = readonly [UseCase, Sent];

/** Of what is taken and given. */
export interface StartedHere {
  readonly momentId: string;
  readonly practitioner: string;
}

const personnummer = residents.approved;
const params = { unitId: units.care };
const { provider: _, ...agreement } = serviceAgreementOf(provider);

const ways: Readonly<
  Record<Ground, (world: World, started: StartedHere, isGiven: boolean) => Promise<Request>>
> = {
  approval: async (__, ___, isGiven) => {
    const token = await login('residentAdmin');
    const running = { becomes: 'closed' };
    return isGiven
      ? [approveResident, { params, body: { personnummer, scope: 'all-services' }, token }]
      : [withdrawApproval, { params, body: { personnummer, running }, token }];
  },
  role: async (__, { practitioner }, isGiven) => {
    const body = { staff: practitioner, role: 'practitioner' };
    const token = await login('authorizationAdmin');
    return [isGiven ? giveUnitRole : withdrawUnitRole, { params, body, token }];
  },
  offer: async (world, { momentId }, isGiven) => {
    const headers = await entryTag(world, momentId);
    const body = { offeredTo: isGiven ? [provider] : [] };
    return [setOffer, { params: { momentId }, body, headers, token: await login('publisher') }];
  },
  agreement: async (__, ___, isGiven) => {
    const body = isGiven ? agreement : { ...agreement, validTo: '2021-01-01T00:00:00.000Z' };
    return [
      setServiceAgreement,
      { params: { providerId: provider }, body, token: await login('nationalAdmin') },
    ];
  },
  version: async (__, { momentId }, isGiven) => {
    const momentVersion = '1.0';
    const recalling = { momentVersion, reason: 'Fel dos', textForResidents: 'En uppgift var fel' };
    return isGiven
      ? [
          liftRecall,
          { params: { momentId, momentVersion }, body: { reason: 'Rätt' }, token: await login('both') },
        ]
      : [recallVersion, { params: { momentId }, body: recalling, token: await login('publisher') }];
  },
};

/** How one of the grounds of a start is given or taken, each by whoever may. */
export const groundRequest = (
  world: World,
  started: StartedHere,
  ground: Ground,
  isGiven: boolean,
): Promise<Request> => ways[ground](world, started, isGiven);

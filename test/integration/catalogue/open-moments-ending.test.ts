import { beforeAll, describe, expect, it } from 'vitest';
import { inactivateMoment } from '../../../functions/catalogue/activations/inactivate-moment.ts';
import { readOpenMoment } from '../../../functions/catalogue/open-moments/read-open-moment.ts';
import { linkMyEarlierNumbers } from '../../../functions/people/link-my-earlier-numbers.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import {
  anApproval,
  aUnit,
  login,
  loginElsewhere,
  loginResident,
  otherProvider,
  provider,
  residents,
  serviceAgreementOf,
  units,
} from '../../support/people.ts';
import { approvedResident, succeed } from '../../support/story.ts';
import { beforeWriting, outcomeOf } from '../organisation/outcome.ts';
import { allOf, openMomentDesk } from './open-moment-desk.ts';

const { world, momentId, readingOf, here, listed, everywhere } = await openMomentDesk();

beforeAll(async () => {
  await approvedResident(world, residents.earlier);
  await succeed(world, linkMyEarlierNumbers, { body: {}, token: await loginResident('renumbered') });
});

describe('ORG-2 when the agreements have ended', () => {
  const service = serviceAgreementOf(provider);
  const ended = { ...service, validTo: '2021-01-01T00:00:00.000Z' };
  const newcomer = async () => {
    await approvedResident(world, residents.protected);
    return { token: await loginResident('protected') };
  };

  it('nobody begins to read; who has begun reads on', async () => {
    const sent = await newcomer();
    expect(await everywhere({})).toEqual(allOf('200'));
    await world.have(entities.serviceAgreement, ended);
    const nothingNew = '409 unit-begins-nothing-new';
    expect(await everywhere(sent)).toEqual(['200', nothingNew, nothingNew]);
    expect(await everywhere({})).toEqual(allOf('200'));
    await world.have(entities.serviceAgreement, service);
    expect(await everywhere(sent)).toEqual(allOf('200'));
    await world.have(entities.serviceAgreement, ended);
    expect(await everywhere(sent)).toEqual(allOf('200'));
    await world.have(entities.serviceAgreement, service);
  });

  it('whoever began under an earlier number reads on, approved under either (ID-4)', async () => {
    const sent = { token: await loginResident('renumbered') };
    await world.lose(entities.openReading, readingOf(residents.renumbered));
    await world.have(entities.approval, anApproval(world, residents.earlier));
    await world.have(entities.serviceAgreement, ended);
    const nothingNew = '409 unit-begins-nothing-new';
    expect(await everywhere(sent)).toEqual(['200', nothingNew, nothingNew]);
    await world.have(entities.openReading, readingOf(residents.earlier));
    expect(await outcomeOf(world, readOpenMoment, { params: here(), ...sent })).toBe('200');
    expect(await everywhere(sent)).toEqual(allOf('200'));
    await world.lose(entities.openReading, readingOf(residents.renumbered));
    await world.have(entities.approval, anApproval(world, residents.renumbered));
    expect(await outcomeOf(world, readOpenMoment, { params: here(), ...sent })).toBe('200');
    await world.lose(entities.approval, anApproval(world, residents.renumbered));
    await world.have(entities.approval, anApproval(world, residents.earlier, { state: 'withdrawn' }));
    expect(await everywhere(sent)).toEqual(allOf('404 not-found'));
    await world.have(entities.serviceAgreement, service);
  });

  it('also where that happens between the reading and the writing, and leaves nothing then', async () => {
    const sent = { params: here(), token: await loginResident('guardian') };
    await approvedResident(world, residents.guardian);
    const meanwhile = beforeWriting(() => world.have(entities.serviceAgreement, ended));
    expect(await outcomeOf(world, readOpenMoment, sent, meanwhile)).toBe('409 unit-begins-nothing-new');
    const { key } = world.personOf(residents.guardian);
    expect(await world.runtime.stores.people.openReading(units.care, key, momentId, 1)).toBeUndefined();
    await world.have(entities.serviceAgreement, service);
    expect(await outcomeOf(world, readOpenMoment, sent)).toBe('200');
  });

  it('on a private provider’s unit it is its own agreement that counts, and the region’s', async () => {
    const unit = aUnit(units.care, { provider: otherProvider, underAgreement: true });
    await world.have(entities.unit, unit);
    const { momentId } = here();
    const entry = await world.runtime.stores.moments.catalogueEntry(momentId);
    if (!entry) throw new Error('no entry');
    await world.have(entities.catalogueEntry, { ...entry.value, offeredTo: 'everyone' }, entry.version);
    const agreement = await world.runtime.stores.organisation.agreement(otherProvider, provider);
    if (!agreement) throw new Error('no agreement');
    const sent = { params: here(), token: await loginResident('teenager') };
    await world.have(entities.approval, anApproval(world, residents.teenager));
    await world.have(entities.agreement, { ...agreement.value, validTo: ended.validTo });
    expect(await outcomeOf(world, readOpenMoment, sent)).toBe('409 unit-begins-nothing-new');
    await world.have(entities.agreement, agreement.value);
    await world.have(entities.serviceAgreement, ended);
    expect(await outcomeOf(world, readOpenMoment, sent)).toBe('409 unit-begins-nothing-new');
    await world.have(entities.serviceAgreement, service);
    expect(await outcomeOf(world, readOpenMoment, sent)).toBe('200');
    await world.have(entities.catalogueEntry, entry.value, entry.version);
    await world.have(entities.unit, aUnit(units.care));
  });
});

describe('PUB-5 PUB-8 ORG-3 when it ends', () => {
  it('is gone while the unit is closed', async () => {
    await world.have(entities.unit, aUnit(units.care, { state: 'inactive' }));
    expect(await everywhere({})).toEqual(allOf('404 not-found'));
    await world.have(entities.unit, aUnit(units.care));
    expect(await everywhere({})).toEqual(allOf('200'));
  });

  it('is gone when it is inactivated', async () => {
    await succeed(world, inactivateMoment, {
      params: { unitId: units.care },
      body: { momentId, major: 1 },
      token: await login('careProviderAdmin'),
    });
    expect(await listed()).toEqual([]);
    const [, moment, part] = await everywhere({});
    expect([moment, part]).toEqual(['404 not-found', '404 not-found']);
  });

  it('was never another provider’s to inactivate (ORG-1)', async () => {
    const sent = { params: { unitId: units.care }, body: { momentId, major: 1 } };
    const other = { ...sent, token: await loginElsewhere('careProviderAdmin') };
    expect(await outcomeOf(world, inactivateMoment, other)).toBe('403 role-missing');
  });
});

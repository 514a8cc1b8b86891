import { describe, expect, it } from 'vitest';
import { activateMinor } from '../../../functions/catalogue/activations/activate-minor.ts';
import { readOpenModule } from '../../../functions/catalogue/open-moments/read-open-module.ts';
import { readOpenMoment } from '../../../functions/catalogue/open-moments/read-open-moment.ts';
import { approveResident } from '../../../functions/people/approve-resident.ts';
import { linkMyEarlierNumbers } from '../../../functions/people/link-my-earlier-numbers.ts';
import { withdrawApproval } from '../../../functions/people/withdraw-approval.ts';
import { belongsInLog } from '../../../shared/audit/activity.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { openProgramme } from '../../support/open-programme.ts';
import { anApproval, hsaIdOf, login, loginResident, residents, units } from '../../support/people.ts';
import { activeMoment, approvedResident, publishedWith, succeed } from '../../support/story.ts';
import { beforeWriting, outcomeOf } from '../organisation/outcome.ts';
import { allOf, openMomentDesk, picturedIn } from './open-moment-desk.ts';

const { world, token, momentId, mediaId, readingOf, begunBy, here, list, listed, readModule, everywhere } =
  await openMomentDesk();

describe('PUB-8 an open moment', () => {
  it('is read by a resident of the unit without being started', async () => {
    expect(await listed()).toEqual([
      { momentId, major: 1, momentVersion: '1.0', title: 'Sov bättre 😴', kind: 'patient-education' },
    ]);
    const { body } = await succeed(world, readOpenMoment, { params: here(), token });
    expect(body).toMatchObject({
      momentVersion: '1.0',
      welcome: openProgramme.welcome,
      modules: [{ moduleId: 'sleep', title: 'Om sömn' }],
    });
    expect(body).not.toHaveProperty('forms');
  });

  it('shows its modules with what they say, and pictures by links that work', async () => {
    const { body } = await readModule();
    expect(JSON.stringify(body)).toContain('Sömn är återhämtning.');
    const { media } = body['module'] as { media: { mediaId: string; url: string }[] };
    expect(media.map((one) => one.mediaId)).toEqual([mediaId]);
    expect((await fetch(media[0]?.url ?? '')).status).toBe(200);
  });

  it('leaves nothing in the log of the resident’s own reading, and no instance', async () => {
    const readings = async () =>
      (await world.activities()).filter(({ operationId }) => /OpenM/.test(operationId));
    const before = await readings();
    await readModule();
    expect(await readings()).toEqual(before);
    expect(before.filter(belongsInLog)).toEqual([]);
    expect(await world.all('instances')).toEqual([]);
  });

  it('is not among those that must be started, nor the reverse', async () => {
    const ordinary = await activeMoment(world);
    expect((await listed()).map((row) => row['momentId'])).toEqual([momentId]);
    const sent = { params: { ...here(), momentId: ordinary }, token };
    expect(await outcomeOf(world, readOpenMoment, sent)).toBe('404 not-found');
    const inModule = {
      ...sent,
      params: { ...sent.params, moduleId: 'start' },
      query: { momentVersion: '1.0' },
    };
    expect(await outcomeOf(world, readOpenModule, inModule)).toBe('404 not-found');
  });

  it('is not there where it has not been activated', async () => {
    await world.have(entities.approval, anApproval(world, residents.approved, { unit: units.otherCare }));
    expect(await listed({ params: { unitId: units.otherCare } })).toEqual([]);
    const [, moment, part] = await everywhere({}, units.otherCare);
    expect([moment, part]).toEqual(['404 not-found', '404 not-found']);
  });

  it('has only the modules it has', async () => {
    const params = { ...here(), moduleId: 'another' };
    expect((await readModule({ params })).body.code).toBe('not-found');
  });
});

describe('PUB-7 PUB-8 versions of an open moment', () => {
  it('reach residents when they are activated, not when they are published', async () => {
    await publishedWith(world, momentId, picturedIn('Allt om sömn', mediaId));
    expect((await readModule({ query: { momentVersion: '1.1' } })).body.code).toBe('form-version-mismatch');
    expect((await readModule({ query: { momentVersion: '2.0' } })).body.code).toBe('form-version-mismatch');
    await succeed(world, activateMinor, {
      ...{ params: here(), body: { minor: 1 }, token: await login('careProviderAdmin') },
      headers: { 'If-Match': '"1"' },
    });
    expect((await listed())[0]?.['momentVersion']).toBe('1.1');
    expect(JSON.stringify((await readModule({ query: { momentVersion: '1.1' } })).body)).toContain('Allt om');
    // Somebody had it open when it changed.
    expect(JSON.stringify((await readModule()).body)).toContain('"Om sömn"');
  });
});

describe('PUB-8 ID-11 only residents whom the unit has approved', () => {
  const by = async (name: Parameters<typeof loginResident>[0]) => ({ token: await loginResident(name) });

  it('are told that there is anything', async () => {
    expect(await everywhere(await by('unapproved'))).toEqual(allOf('404 not-found'));
    expect(await everywhere({}, units.publisher)).toEqual(allOf('404 not-found'));
    expect(await everywhere({}, 'TST5565594230-404')).toEqual(allOf('404 not-found'));
  });

  it('and no longer when the approval is withdrawn', async () => {
    const personnummer = residents.proxy;
    await approvedResident(world, personnummer);
    expect(await list(await by('proxy'))).toBe('200');
    await succeed(world, withdrawApproval, {
      ...{ params: { unitId: units.care }, body: { personnummer }, token: await login('residentAdmin') },
    });
    expect(await everywhere(await by('proxy'))).toEqual(allOf('404 not-found'));
  });

  it('under whatever number they were approved, once the numbers are linked (ID-4)', async () => {
    await approvedResident(world, residents.earlier);
    const renumbered = await by('renumbered');
    expect(await everywhere(renumbered)).toEqual(allOf('404 not-found'));
    await succeed(world, linkMyEarlierNumbers, { body: {}, ...renumbered });
    expect(await everywhere(renumbered)).toEqual(allOf('200'));
    await world.have(entities.approval, anApproval(world, residents.renumbered, { state: 'withdrawn' }));
    expect(await everywhere(renumbered)).toEqual(allOf('404 not-found'));
  });

  it('not where their earlier numbers were not approved either', async () => {
    await world.have(entities.approval, anApproval(world, residents.earlier, { state: 'withdrawn' }));
    await world.lose(entities.approval, anApproval(world, residents.renumbered, { state: 'withdrawn' }));
    await world.lose(entities.openReading, readingOf(residents.renumbered));
    const before = await world.activities();
    expect(await everywhere(await by('renumbered'))).toEqual(allOf('404 not-found'));
    expect(await begunBy(residents.renumbered)).toBeUndefined();
    expect(await world.activities()).toEqual(before);
  });

  it('nor begun by somebody whose approval is withdrawn in that moment, and nothing is left of it', async () => {
    await world.have(entities.approval, anApproval(world, residents.teenager));
    const withdrawn = anApproval(world, residents.teenager, { state: 'withdrawn' });
    const meanwhile = beforeWriting(() => world.have(entities.approval, withdrawn));
    const sent = { params: here(), ...(await by('teenager')) };
    expect(await outcomeOf(world, readOpenMoment, sent, meanwhile)).toBe('404 not-found');
    expect(await begunBy(residents.teenager)).toBeUndefined();
    await world.lose(entities.approval, withdrawn);
  });

  it('nor staff, who read it in the catalogue', async () => {
    const staff = { token: await login('practitioner') };
    expect(await everywhere(staff)).toEqual(allOf('403 wrong-kind-of-caller'));
  });
});

describe('PUB-8 ID-6 ID-7 on behalf of another', () => {
  const actingFor = async (who: 'guardian' | 'proxy', whom: string) => ({
    token: await loginResident(who),
    headers: { 'Acting-For': whom },
  });

  it('a guardian reads what the child’s unit has', async () => {
    await succeed(world, approveResident, {
      params: { unitId: units.care },
      body: { personnummer: residents.child, scope: 'all-services' },
      token: await login('residentAdmin'),
    });
    expect(await everywhere(await actingFor('guardian', residents.child))).toEqual(allOf('200'));
    expect(await everywhere(await actingFor('guardian', residents.teenager))).toEqual(
      allOf('403 guardian-age-limit'),
    );
  });

  it('a proxy whom a unit has registered reads what that unit has, and no other', async () => {
    const mandate = {
      ...{ resident: world.personOf(residents.approved), proxy: world.personOf(residents.proxy) },
      ...{ purposes: ['view' as const], state: 'accepted' as const },
      ...{ validFrom: '2020-01-01T00:00:00.000Z', validTo: '2099-01-01T00:00:00.000Z' },
      answerBy: '2020-02-01T00:00:00.000Z',
    };
    const registeredBy = (unit: string) => ({ unit, by: hsaIdOf('residentAdmin'), reason: 'R' });
    const mandateId = crypto.randomUUID();
    await world.have(entities.mandate, { ...mandate, mandateId, registered: registeredBy(units.otherCare) });
    const acting = await actingFor('proxy', residents.approved);
    expect(await everywhere(acting)).toEqual(allOf('404 not-found'));
    await world.have(entities.mandate, { ...mandate, mandateId, registered: registeredBy(units.care) });
    expect(await everywhere(acting)).toEqual(allOf('200'));
    const last = (await world.activities()).findLast(({ operationId }) => operationId === 'readOpenModule');
    expect(last).toMatchObject({ outcome: 'performed', unit: units.care, resource: { momentId } });
  });
});

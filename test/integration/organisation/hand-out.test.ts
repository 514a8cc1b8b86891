import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { getUnit } from '../../../functions/organisation/get-unit.ts';
import { handOutService } from '../../../functions/organisation/hand-out-service.ts';
import { listUnits } from '../../../functions/organisation/list-units.ts';
import { registerProvider } from '../../../functions/organisation/register-provider.ts';
import { setUnitState } from '../../../functions/organisation/set-unit-state.ts';
import type { Unit } from '../../../shared/domain/organisation.ts';
import type { Agreement } from '../../../shared/domain/provider.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import {
  county,
  login,
  otherProvider,
  provider,
  seedPeople,
  serviceAgreementOf,
  units,
} from '../../support/people.ts';
import type { Interference } from '../../support/recorded-client.ts';
import { nationalManagement, rows, World } from '../../support/world.ts';
import { beforeWriting, outcomeOf } from './outcome.ts';

let world: World;
let regionAdmin: string;
let careProviderAdmin: string;
let made = 0;

const otherRegion = 'TST2321000016-3000';
const municipality = 'TST2120000142-4000';
const theRegion = {
  hsaId: provider,
  name: 'R',
  kind: 'region',
  organisationNumber: '2321000016',
  county,
} as const;
const agreement: Agreement = {
  ...{ provider: otherProvider, region: provider, reference: 'Avtal 1' },
  serviceAgreement: serviceAgreementOf(provider).reference,
  validFrom: '2020-01-01T00:00:00.000Z',
};

const newId = (): string => {
  made += 1;
  return `TST5565594230-2${String(made).padStart(3, '0')}`;
};
const connect = (party = provider) => world.have(entities.serviceAgreement, serviceAgreementOf(party));
const disconnect = (party = provider) => world.lose(entities.serviceAgreement, serviceAgreementOf(party));

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  regionAdmin = await login('regionAdmin');
  careProviderAdmin = await login('careProviderAdmin');
  await world.have(entities.provider, { ...theRegion, hsaId: otherRegion });
  await connect(otherRegion);
  await world.have(entities.provider, {
    ...{
      hsaId: municipality,
      name: 'Kommunen',
      kind: 'municipality' as const,
      organisationNumber: '2120000142',
    },
    county: '12',
  });
});

beforeEach(async () => {
  await connect();
  await connect(municipality);
  await world.have(entities.agreement, agreement);
});

const service = (more: object = {}) => ({
  unitId: newId(),
  providerId: provider,
  name: 'Söder',
  kind: 'care',
  ...more,
});

const handOut = (
  body: object,
  { token = regionAdmin, region = provider } = {},
  interference?: Interference,
) => outcomeOf(world, handOutService, { params: { providerId: region }, body, token }, interference);

const read = (unitId: string, token = careProviderAdmin) =>
  world.call(getUnit, { params: { unitId }, token });
const kept = async (unitId: string): Promise<Unit | undefined> =>
  (await world.runtime.stores.organisation.unit(unitId))?.value;

describe('ORG-3 handing out the service', () => {
  it('makes a unit that is not yet active, in the region’s county', async () => {
    const body = service();
    const answer = await world.call(handOutService, {
      params: { providerId: provider },
      body,
      token: regionAdmin,
    });
    expect(answer).toMatchObject({ status: 201, body: { unitId: body.unitId, state: 'handed-out' } });
    expect(answer.headers['etag']).toBe('"1"');
    expect((await read(body.unitId)).body).toEqual({
      ...{ unitId: body.unitId, provider, region: provider, county, name: 'Söder', kind: 'care' },
      ...{ state: 'handed-out', messages: [] },
    });
  });

  it('puts a private provider’s unit under the agreement, and no other', async () => {
    const [privately, locally, own] = [
      service({ providerId: otherProvider }),
      service({ providerId: municipality }),
      service(),
    ];
    for (const body of [privately, locally, own]) expect(await handOut(body)).toBe('201');
    expect(await kept(privately.unitId)).toMatchObject({ provider: otherProvider, underAgreement: true });
    expect(await kept(locally.unitId)).toMatchObject({ provider: municipality, underAgreement: false });
    expect(await kept(own.unitId)).toMatchObject({ underAgreement: false });
  });

  it('refuses a municipality of another county, and one whose county is not known', async () => {
    const elsewhere = {
      ...{
        hsaId: 'TST2120001234-4000',
        name: 'Kommunen',
        kind: 'municipality' as const,
        organisationNumber: '2120001234',
      },
    } as const;
    for (const more of [{ county: '14' }, {}]) {
      await world.have(entities.provider, { ...elsewhere, ...more });
      expect(await handOut(service({ providerId: elsewhere.hsaId }))).toBe('403 role-missing');
    }
    await world.have(entities.provider, { ...elsewhere, county });
    await connect(elsewhere.hsaId);
    expect(await handOut(service({ providerId: elsewhere.hsaId }))).toBe('201');
  });

  it('refuses an HSA-id that begins as another’s, registered here or not', async () => {
    const foreign = ['TST2321000024-2001', 'TST2120000142-2001', 'SE5590000000-2001', 'TST5560000167-2999'];
    for (const unitId of foreign) expect(await handOut(service({ unitId }))).toBe('422 hsa-id-of-another');
    const [, municipal, , priv] = foreign as [string, string, string, string];
    expect(await handOut(service({ providerId: municipality, unitId: priv }))).toBe('422 hsa-id-of-another');
    expect(await handOut(service({ providerId: municipality, unitId: municipal }))).toBe('201');
    expect(await handOut(service({ providerId: otherProvider, unitId: priv }))).toBe('201');
  });

  it('demands an agreement in force for a private provider’s unit (ORG-2)', async () => {
    await world.have(entities.agreement, { ...agreement, validTo: '2021-01-01T00:00:00.000Z' });
    expect(await handOut(service({ providerId: otherProvider }))).toBe('409 agreement-missing');
    await world.have(entities.agreement, agreement);
    const ended = beforeWriting(() => world.lose(entities.agreement, agreement));
    expect(await handOut(service({ providerId: otherProvider }), {}, ended)).toBe('409 agreement-missing');
  });

  it('demands that the region is connected, also at the moment of writing', async () => {
    await disconnect();
    expect(await handOut(service())).toBe('409 provider-not-connected');
    for (const providerId of [provider, otherProvider]) {
      await connect();
      const gone = beforeWriting(() => disconnect());
      expect(await handOut(service({ providerId }), {}, gone)).toBe('409 provider-not-connected');
    }
  });

  it('demands that a municipality is connected itself, beside the region (ORG-2)', async () => {
    for (const party of [municipality, provider]) {
      await disconnect(party);
      expect(await handOut(service({ providerId: municipality }))).toBe('409 provider-not-connected');
      await connect(party);
      const gone = beforeWriting(() => disconnect(party));
      expect(await handOut(service({ providerId: municipality }), {}, gone)).toBe(
        '409 provider-not-connected',
      );
      await connect(party);
    }
    expect(await handOut(service({ providerId: municipality }))).toBe('201');
  });

  it('never takes an HSA-id that a unit or a provider has', async () => {
    expect(await handOut(service({ unitId: units.care }))).toBe('409 already-exists');
    for (const unitId of [provider, otherProvider, otherRegion]) {
      const refused = await world.call(handOutService, {
        ...{ params: { providerId: provider }, body: service({ unitId }), token: regionAdmin },
      });
      expect(refused).toMatchObject({ status: 409, body: { code: 'already-exists' } });
      // DynamoDB itself refuses a transaction with two demands on one item; the local engine looks at them first.
      expect(refused.calls.map(({ command }) => command)).not.toContain('TransactWriteItemsCommand');
    }
    const body = service();
    const registered = beforeWriting(() =>
      world.have(entities.provider, { ...theRegion, hsaId: body.unitId }),
    );
    expect(await handOut(body, {}, registered)).toBe('409 already-exists');
    const twice = service();
    const both = await Promise.all([handOut(twice), handOut(twice)]);
    expect(both.filter((outcome) => outcome === '201')).toHaveLength(1);
  });

  it('is for that region’s administrator, who hands out nothing to another region’s units', async () => {
    expect(await handOut(service(), { token: careProviderAdmin })).toBe('403 role-missing');
    expect(await handOut(service(), { token: await login('nationalAdmin') })).toBe('403 role-missing');
    expect(await handOut(service(), { region: otherRegion })).toBe('403 role-missing');
    expect(await handOut(service({ providerId: 'TST5590000000-404' }), { region: otherRegion })).toBe(
      '403 role-missing',
    );
    expect(await handOut(service({ providerId: otherRegion }))).toBe('403 role-missing');
    expect(await handOut(service({ providerId: 'TST5590000000-404' }))).toBe('404 not-found');
  });
});

describe('ORG-5 kinds of unit', () => {
  it.each(['care', 'publisher', 'training-publisher'])('%s is one', async (kind) => {
    const body = service({ kind });
    expect(await handOut(body)).toBe('201');
    expect((await read(body.unitId)).body).toMatchObject({ kind });
    const list = await world.call(listUnits, { params: { providerId: provider }, token: careProviderAdmin });
    expect(rows(list, 'units')).toContainEqual({
      unitId: body.unitId,
      name: 'Söder',
      kind,
      state: 'handed-out',
    });
  });

  it('there are no others, and none changes kind', async () => {
    expect(await handOut(service({ kind: 'hospital' }))).toBe('400 validation-failed');
    const sent = {
      ...{ params: { unitId: units.care }, body: { state: 'inactive', kind: 'publisher' } },
      ...{ token: careProviderAdmin, headers: { 'If-Match': '"1"' } },
    };
    expect(await outcomeOf(world, setUnitState, sent)).toBe('400 validation-failed');
  });
});

describe('ORG-1 national management’s own id', () => {
  it('becomes neither a unit nor a provider: its auditors hold their roles there', async () => {
    expect(await handOut(service({ unitId: nationalManagement }))).toBe('409 already-exists');
    const registering = {
      body: { providerId: nationalManagement, name: 'N', kind: 'private', organisationNumber: '5560000167' },
      token: await login('nationalAdmin'),
    };
    expect(await outcomeOf(world, registerProvider, registering)).toBe('409 already-exists');
  });
});

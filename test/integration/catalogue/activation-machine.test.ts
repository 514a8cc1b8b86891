import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { startInstance } from '../../../functions/care/instances/start-instance.ts';
import { activateMinor } from '../../../functions/catalogue/activations/activate-minor.ts';
import { activateMoment } from '../../../functions/catalogue/activations/activate-moment.ts';
import { inactivateMoment } from '../../../functions/catalogue/activations/inactivate-moment.ts';
import { liftRecall } from '../../../functions/catalogue/publishing/lift-recall.ts';
import { recallVersion } from '../../../functions/catalogue/publishing/recall-version.ts';
import { setCatalogueState } from '../../../functions/catalogue/publishing/set-catalogue-state.ts';
import { setOffer } from '../../../functions/catalogue/publishing/set-offer.ts';
import type { UseCase } from '../../../shared/http/use-case.ts';
import { outcomesInAnyOrder } from '../../support/any-order.ts';
import { hsaIdOf, login, provider, residents, seedPeople, units } from '../../support/people.ts';
import { runs } from '../../support/property-runs.ts';
import { approvedResident } from '../../support/story.ts';
import { type Sent, World } from '../../support/world.ts';
import { outcomeOf } from '../organisation/outcome.ts';
import { type Act, anyAct, atFirst, type Model, publishedVersions, stepOf } from './activation-model.ts';
import { entryTag, inCatalogue, withVersion } from './catalogue-world.ts';

let world: World;
let tokens: { admin: string; publisher: string; other: string; practitioner: string };

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  await approvedResident(world);
  tokens = {
    admin: await login('careProviderAdmin'),
    publisher: await login('publisher'),
    other: await login('both'),
    practitioner: await login('practitioner'),
  };
});

const newMoment = async (): Promise<string> => {
  const entry = await inCatalogue(world, { latest: '2.0', versions: ['2.0', '1.2'] });
  for (const version of publishedVersions) await withVersion(world, entry, version);
  return entry.momentId;
};

const params = { unitId: units.care };
const tagOf = async (momentId: string, major: number) => {
  const stored = await world.runtime.stores.moments.activation(units.care, momentId, major);
  return { 'If-Match': `"${stored?.version ?? 0}"` };
};

/** The request that does it, with what the one who sends it has just read. */
const requestFor = async (momentId: string, act: Act): Promise<readonly [UseCase, Sent]> => {
  const { admin, publisher, other, practitioner } = tokens;
  switch (act.do) {
    case 'activate':
      return [activateMoment, { params, body: { momentId, momentVersion: act.version }, token: admin }];
    case 'activate-minor': {
      const path = { ...params, momentId, major: String(act.major) };
      const headers = await tagOf(momentId, act.major);
      return [activateMinor, { params: path, body: { minor: act.minor }, token: admin, headers }];
    }
    case 'inactivate':
      return [inactivateMoment, { params, body: { momentId, major: act.major }, token: admin }];
    case 'start': {
      const given = {
        ...{ personnummer: residents.approved, confirmed: true },
        practitioner: hsaIdOf('practitioner'),
      };
      return [startInstance, { params, body: { ...given, momentId, major: act.major }, token: practitioner }];
    }
    case 'set-state': {
      const headers = await entryTag(world, momentId);
      return [
        setCatalogueState,
        { params: { momentId }, body: { state: act.state }, token: publisher, headers },
      ];
    }
    case 'recall': {
      const body = { momentVersion: act.version, reason: 'Fel dos', textForResidents: 'En uppgift var fel' };
      return [recallVersion, { params: { momentId }, body, token: publisher }];
    }
    case 'lift': {
      const path = { momentId, momentVersion: act.version };
      return [liftRecall, { params: path, body: { reason: 'Rätt' }, token: other }];
    }
    case 'offer': {
      const headers = await entryTag(world, momentId);
      const body = { offeredTo: act.isOffered ? [provider] : [] };
      return [setOffer, { params: { momentId }, body, token: publisher, headers }];
    }
  }
};

const outcomeOfAct = async (momentId: string, act: Act): Promise<string> =>
  outcomeOf(world, ...(await requestFor(momentId, act)));

/** What the table holds, in the model’s words. */
const tableOf = async (momentId: string): Promise<Model> => {
  const { moments } = world.runtime.stores;
  const [entry, offer, recalls, ...activations] = await Promise.all([
    moments.catalogueEntry(momentId),
    moments.offer(momentId, provider),
    moments.recalls(momentId),
    moments.activation(units.care, momentId, 1),
    moments.activation(units.care, momentId, 2),
  ]);
  const activated = Object.fromEntries(
    activations.flatMap((one) =>
      one ? [[one.value.major, { state: one.value.state, minor: one.value.minor }]] : [],
    ),
  );
  const recalled = recalls.map(({ value }) => value.momentVersion);
  return { state: entry?.value.state ?? 'unpublished', isOffered: offer !== undefined, recalled, activated };
};

describe('PUB-3 PUB-5 PUB-6 PUB-7 PUB-9 the ways of an activation, an offer and a recall', () => {
  it('are those of the model and no others, in whatever order things are done', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyAct, { minLength: 4, maxLength: 14 }), async (acts) => {
        const momentId = await newMoment();
        let model = atFirst;
        for (const act of acts) {
          const expected = stepOf(model, act);
          expect(await outcomeOfAct(momentId, act), JSON.stringify(act)).toBe(expected.outcome);
          model = expected.model;
        }
        expect(await tableOf(momentId)).toEqual(model);
      }),
      { numRuns: runs(40) },
    );
  }, 120_000);

  it('are those of some order, where several people act in the same instant', async () => {
    const before = fc.array(anyAct, { maxLength: 4 });
    const together = fc.array(anyAct, { minLength: 2, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(before, together, async (first, acts) => {
        const momentId = await newMoment();
        for (const act of first) await outcomeOfAct(momentId, act);
        const start = await tableOf(momentId);
        const requests = await Promise.all(acts.map((act) => requestFor(momentId, act)));
        const outcomes = await Promise.all(requests.map((request) => outcomeOf(world, ...request)));
        const done = acts.filter((_, at) => /^20/.test(outcomes[at] ?? ''));
        expect(outcomesInAnyOrder(stepOf, start, done), JSON.stringify([acts, outcomes])).toContainEqual(
          await tableOf(momentId),
        );
      }),
      { numRuns: runs(40) },
    );
  }, 120_000);
});

import { listOpenMoments } from '../../../functions/catalogue/open-moments/list-open-moments.ts';
import { readOpenModule } from '../../../functions/catalogue/open-moments/read-open-module.ts';
import { readOpenMoment } from '../../../functions/catalogue/open-moments/read-open-moment.ts';
import type { UseCase } from '../../../shared/http/use-case.ts';
import { openProgramme } from '../../support/open-programme.ts';
import { loginResident, provider, seedPeople, units } from '../../support/people.ts';
import { activatedOn, approvedResident, newMoment, publishedWith, succeed } from '../../support/story.ts';
import { uploaded } from '../../support/upload.ts';
import { rows, type Sent, World } from '../../support/world.ts';
import { outcomeOf } from '../organisation/outcome.ts';

const [module] = openProgramme.modules;
/** The programme with that title of its module, and a picture in each step. */
export const picturedIn = (title: string, mediaId: string) => ({
  ...openProgramme,
  modules: [
    {
      ...module,
      title,
      sections: module.sections.map((section) => ({
        ...section,
        steps: section.steps.map((step) => ({
          ...step,
          blocks: [...step.blocks, { type: 'image', mediaId, alternativeText: 'En punkt' }],
        })),
      })),
    },
  ],
});

/** Of each of the three routes. */
export const allOf = (outcome: string) => [outcome, outcome, outcome];

/** A resident of a unit where an open moment with a picture is active, and what they ask. */
export const openMomentDesk = async () => {
  const world = await World.create();
  await seedPeople(world);
  await approvedResident(world);
  const token = await loginResident('approved');
  const { momentId } = (await newMoment(world)).params;
  const { mediaId } = (await uploaded(world, momentId)).params;
  await publishedWith(world, momentId, picturedIn('Om sömn', mediaId), [provider]);
  await activatedOn(world, momentId);
  const readingOf = (personnummer: string) => ({
    ...{ unit: units.care, personKey: world.personOf(personnummer).key },
    ...{ momentId, major: 1, begunAt: '2026-01-01T00:00:00.000Z' },
  });
  const begunBy = (personnummer: string) => {
    const { unit, personKey, major } = readingOf(personnummer);
    return world.runtime.stores.people.openReading(unit, personKey, momentId, major);
  };
  const here = () => ({ unitId: units.care, momentId, major: '1' });
  const list = (sent: Partial<Sent> = {}) =>
    outcomeOf(world, listOpenMoments, { params: { unitId: units.care }, token, ...sent });
  const listed = async (sent: Partial<Sent> = {}) =>
    rows(
      await succeed(world, listOpenMoments, { params: { unitId: units.care }, token, ...sent }),
      'moments',
    );
  const readModule = (sent: Partial<Sent> = {}) =>
    world.call(readOpenModule, {
      ...{ params: { ...here(), moduleId: 'sleep' }, query: { momentVersion: '1.0' }, token },
      ...sent,
    });

  /** What each of the three routes answers. */
  const everywhere = async (sent: Partial<Sent>, at = units.care): Promise<string[]> => {
    const routes: readonly (readonly [UseCase, Sent])[] = [
      [listOpenMoments, { params: { unitId: at } }],
      [readOpenMoment, { params: { ...here(), unitId: at } }],
      [
        readOpenModule,
        { params: { ...here(), unitId: at, moduleId: 'sleep' }, query: { momentVersion: '1.0' } },
      ],
    ];
    return Promise.all(
      routes.map(([useCase, asked]) => outcomeOf(world, useCase, { ...asked, token, ...sent })),
    );
  };
  return { world, token, momentId, mediaId, readingOf, begunBy, here, list, listed, readModule, everywhere };
};

import { moodProgramme } from '../../../infra/local/demo/facts/content.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { openProgramme } from '../../support/open-programme.ts';
import { provider } from '../../support/people.ts';
import {
  activatedOn,
  activeMoment,
  exportedMoment,
  newMoment,
  publishedMoment,
  publishedWith,
} from '../../support/story.ts';
import type { Preparation } from './scene.ts';

const exported: Preparation = async ({ world }) => {
  const { params, etag } = await exportedMoment(world);
  return { ...params, etag };
};
const published: Preparation = async ({ world }) => ({ momentId: await publishedMoment(world), etag: '"1"' });
const open: Preparation = async ({ world }) => {
  const { momentId } = (await newMoment(world)).params;
  await publishedWith(world, momentId, openProgramme, [provider]);
  await activatedOn(world, momentId);
  return { momentId, moduleId: 'sleep' };
};

/** A later minor than the one that is active. */
const waiting: Preparation = async ({ world }) => {
  const momentId = await activeMoment(world);
  await publishedWith(world, momentId, { ...moodProgramme, title: 'Omskriven' });
  return { momentId, etag: '"1"' };
};

/** What there must be of the context catalogue before it is asked. */
export const cataloguePreparations: Record<string, Preparation> = {
  publishVersion: exported,
  sendBack: exported,
  setOffer: published,
  setCatalogueState: published,
  recallVersion: published,
  liftRecall: async ({ world }) => {
    const momentId = await publishedMoment(world);
    await world.have(entities.recall, {
      ...{ momentId, momentVersion: '1.0', reason: 'R', textForResidents: 'T' },
      ...{ recalledBy: 'TST5565594230-0009', recalledAt: '2026-11-25T10:00:00.000Z' },
    });
    return { momentId };
  },
  activateMoment: published,
  activateMinor: waiting,
  compareMinor: waiting,
  inactivateMoment: async ({ world }) => ({ momentId: await activeMoment(world) }),
  readOpenMoment: open,
  readOpenModule: open,
};

import { moodProgramme } from '../../../infra/local/demo/facts/content.ts';
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

/** What there must be of the context catalogue before it is asked. */
export const cataloguePreparations: Record<string, Preparation> = {
  publishVersion: exported,
  sendBack: exported,
  setOffer: published,
  setCatalogueState: published,
  activateMoment: published,
  activateMinor: async ({ world }) => {
    const momentId = await activeMoment(world);
    await publishedWith(world, momentId, { ...moodProgramme, title: 'Omskriven' });
    return { momentId, etag: '"1"' };
  },
  inactivateMoment: async ({ world }) => ({ momentId: await activeMoment(world) }),
  readOpenMoment: open,
  readOpenModule: open,
};

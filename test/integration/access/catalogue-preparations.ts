import { moodProgramme } from '../../../infra/local/demo/facts/content.ts';
import { openProgramme } from '../../support/open-programme.ts';
import { provider, units } from '../../support/people.ts';
import {
  activatedOn,
  activeMoment,
  exportedMoment,
  newMoment,
  publishedMoment,
  publishedWith,
} from '../../support/story.ts';
import type { Sample } from './samples.ts';

const onCareUnit = { params: { unitId: units.care } };
const first = { 'If-Match': '"1"' };

const openMoment: Sample = async ({ world }) => {
  const { momentId } = (await newMoment(world)).params;
  await publishedWith(world, momentId, openProgramme, [provider]);
  await activatedOn(world, momentId);
  return { params: { unitId: units.care, momentId, major: '1' } };
};

/** Requests of the context catalogue that succeed when the right person sends them. */
export const catalogueSamples: Record<string, Sample> = {
  publishVersion: async ({ world }) => {
    const { params, etag } = await exportedMoment(world);
    return { params, body: { offeredTo: [provider] }, headers: { 'If-Match': etag } };
  },
  sendBack: async ({ world }) => {
    const { params, etag } = await exportedMoment(world);
    return { params, body: { comments: [{ text: 'Kortare, tack' }] }, headers: { 'If-Match': etag } };
  },
  getOffer: ({ momentId }) => ({ params: { momentId } }),
  setOffer: async ({ world }) => ({
    params: { momentId: await publishedMoment(world) },
    ...{ body: { offeredTo: 'everyone' }, headers: first },
  }),
  setCatalogueState: async ({ world }) => ({
    params: { momentId: await publishedMoment(world) },
    ...{ body: { state: 'unpublished' }, headers: first },
  }),
  listMomentEvents: ({ momentId }) => ({ params: { momentId } }),
  listCatalogue: () => ({ params: { providerId: provider } }),
  getCatalogueEntry: ({ momentId }) => ({ params: { providerId: provider, momentId } }),
  activateMoment: async ({ world }) => ({
    ...onCareUnit,
    body: { momentId: await publishedMoment(world), momentVersion: '1.0' },
  }),
  activateMinor: async ({ world }) => {
    const momentId = await activeMoment(world);
    await publishedWith(world, momentId, { ...moodProgramme, title: 'Omskriven' });
    return { params: { unitId: units.care, momentId, major: '1' }, body: { minor: 1 }, headers: first };
  },
  inactivateMoment: async ({ world }) => ({
    ...onCareUnit,
    body: { momentId: await activeMoment(world), major: 1 },
  }),
  listActivations: () => onCareUnit,
  listOpenMoments: () => onCareUnit,
  readOpenMoment: openMoment,
  readOpenModule: async (scene, who) => {
    const { params } = await openMoment(scene, who);
    return { params: { ...params, moduleId: 'sleep' }, query: { momentVersion: '1.0' } };
  },
};

import { programme } from '../population/programme.ts';
import { bringToUnit, draftSaying, exportTested } from './authoring.ts';
import type { Visit } from './visit.ts';

const offer = async (visit: Visit, momentId: string): Promise<void> => {
  const { etag } = await visit('getOffer', 'publisher', { momentId });
  const offered = await visit('setOffer', 'publisher', { momentId, etag });
  const gone = await visit('setCatalogueState', 'publisher', { momentId, etag: offered.etag });
  const again = { momentId, catalogueState: 'published', etag: gone.etag };
  await visit('setCatalogueState', 'publisher', again);
  await visit('recallVersion', 'publisher', { momentId });
  await visit('liftRecall', 'publisher2', { momentId });
  await visit('listMomentEvents', 'publisher', { momentId });
};

const activate = async (visit: Visit, momentId: string): Promise<void> => {
  await visit('inactivateMoment', 'careProviderAdmin', { momentId });
  await visit('activateMoment', 'careProviderAdmin', { momentId });
  const listed = await visit('listActivations', 'careProviderAdmin');
  const active = listed.body['activations'] as { momentId: string; etag: string }[];
  const etag = active.find((one) => one.momentId === momentId)?.etag;
  await visit('compareMinor', 'careProviderAdmin', { momentId });
  await visit('activateMinor', 'careProviderAdmin', { momentId, etag });
};

/** Other words, so that there is a minor version to activate. */
const publishMinor = async (visit: Visit, momentId: string): Promise<void> => {
  const opened = await visit('openDraft', 'designer', { momentId });
  const from = await visit('draftFromVersion', 'designer', { momentId, etag: opened.etag });
  const content = { ...programme, welcome: 'Välkommen hit!' };
  await visit('saveDraft', 'designer', { momentId, content, etag: from.etag });
  const etag = await exportTested(visit, momentId);
  const returned = await visit('sendBack', 'publisher', { momentId, etag });
  const handedOver = await visit('exportToPublisher', 'designer', { momentId, etag: returned.etag });
  const back = await visit('recallExport', 'designer', { momentId, etag: handedOver.etag });
  const exported = await visit('exportToPublisher', 'designer', { momentId, etag: back.etag });
  await visit('publishVersion', 'publisher', { momentId, etag: exported.etag });
};

/** An open moment has no forms. */
const openModules = programme.modules.map((module) => ({
  ...module,
  sections: module.sections.map((section) => ({
    ...section,
    steps: section.steps.map((step) => ({
      ...step,
      blocks: step.blocks.filter(({ type }) => type !== 'form'),
    })),
  })),
}));

const readOpen = async (visit: Visit): Promise<void> => {
  const momentId = await draftSaying(visit, { ...programme, open: true, modules: openModules, forms: [] });
  await bringToUnit(visit, momentId);
  await visit('listOpenMoments', 'resident');
  await visit('readOpenMoment', 'resident', { momentId });
  await visit('readOpenModule', 'resident', { momentId });
};

/** What the catalogue is for, with the moment that the care unit runs. */
export const tourCatalogue = async (visit: Visit, momentId: string): Promise<void> => {
  await visit('listCatalogue', 'careProviderAdmin');
  await visit('getCatalogueEntry', 'careProviderAdmin', { momentId });
  await offer(visit, momentId);
  await publishMinor(visit, momentId);
  await activate(visit, momentId);
  await readOpen(visit);
};

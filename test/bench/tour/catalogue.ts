import { units as places, region } from '../../../infra/local/data/demo-data.ts';
import { programme } from '../population/programme.ts';
import { exportTested } from './authoring.ts';
import type { Visit } from './visit.ts';

const administering = { as: 'careProviderAdmin', status: 200 } as const;
const publishing = { as: 'publisher', status: 200 } as const;

const offer = async (visit: Visit, momentId: string): Promise<void> => {
  const path = `/moments/${momentId}` as const;
  const { etag } = await visit('getOffer', { ...publishing, request: `GET ${path}/offer` });
  const offered = await visit('setOffer', {
    ...{ ...publishing, request: `PUT ${path}/offer`, etag, body: { offeredTo: 'everyone' } },
  });
  const stating = { ...publishing, request: `PUT ${path}/catalogue-state` } as const;
  const gone = await visit('setCatalogueState', {
    ...{ ...stating, etag: offered.etag, body: { state: 'unpublished' } },
  });
  await visit('setCatalogueState', { ...stating, etag: gone.etag, body: { state: 'published' } });
  await visit('listMomentEvents', { ...publishing, request: `GET ${path}/events` });
};

const activate = async (visit: Visit, momentId: string): Promise<void> => {
  const unit = `/units/${places.care}` as const;
  const inactivating = { momentId, major: 1 };
  await visit('inactivateMoment', {
    ...{ as: 'careProviderAdmin', request: `POST ${unit}/inactivations`, status: 201, body: inactivating },
  });
  await visit('activateMoment', {
    ...{ as: 'careProviderAdmin', request: `POST ${unit}/activations`, status: 201 },
    body: { momentId, momentVersion: '1.0' },
  });
  const listed = await visit('listActivations', { ...administering, request: `GET ${unit}/activations` });
  const active = listed.body['activations'] as { momentId: string; etag: string }[];
  const etag = active.find((one) => one.momentId === momentId)?.etag;
  await visit('activateMinor', {
    ...{ as: 'careProviderAdmin', request: `POST ${unit}/activations/${momentId}/1/minor`, status: 201 },
    ...{ etag, body: { minor: 1 } },
  });
};

/** Other words, so that there is a minor version to activate. */
const publishMinor = async (visit: Visit, momentId: string): Promise<void> => {
  const path = `/moments/${momentId}` as const;
  const opened = await visit('openDraft', { as: 'designer', status: 200, request: `GET ${path}/draft` });
  const welcome = 'Välkommen hit!';
  await visit('saveDraft', {
    ...{ as: 'designer', request: `PUT ${path}/draft`, status: 200, etag: opened.etag },
    body: { content: { ...programme, welcome } },
  });
  const etag = await exportTested(visit, path);
  const returned = await visit('sendBack', {
    ...{ as: 'publisher', request: `POST ${path}/returns`, status: 201, etag },
    body: { comments: [{ text: 'Skriv gärna vem som läser svaren.' }] },
  });
  const again = { as: 'designer', request: `POST ${path}/exports`, status: 201 } as const;
  const exported = await visit('exportToPublisher', { ...again, etag: returned.etag });
  await visit('publishVersion', {
    ...{ as: 'publisher', request: `POST ${path}/versions`, status: 201, etag: exported.etag, body: {} },
  });
};

const readOpen = async (visit: Visit): Promise<void> => {
  const created = await visit('createMoment', {
    ...{ as: 'designer', request: `POST /units/${places.publisher}/moments`, status: 201 },
    body: { title: 'Öppet', kind: 'support' },
  });
  const momentId = String(created.body['momentId']);
  const path = `/moments/${momentId}` as const;
  const modules = programme.modules.map((module) => ({
    ...module,
    sections: module.sections.map((section) => ({
      ...section,
      steps: section.steps.map((step) => ({
        ...step,
        blocks: step.blocks.filter(({ type }) => type !== 'form'),
      })),
    })),
  }));
  await visit('saveDraft', {
    ...{ as: 'designer', request: `PUT ${path}/draft`, status: 200, etag: created.etag },
    body: { content: { ...programme, open: true, modules, forms: [] } },
  });
  const etag = await exportTested(visit, path);
  await visit('publishVersion', {
    ...{ as: 'publisher', request: `POST ${path}/versions`, status: 201, etag },
    body: { offeredTo: [region] },
  });
  await visit('activateMoment', {
    ...{ as: 'careProviderAdmin', request: `POST /units/${places.care}/activations`, status: 201 },
    body: { momentId, momentVersion: '1.0' },
  });
  const reading = { as: 'resident', status: 200 } as const;
  const open = `/me/units/${places.care}/open-moments` as const;
  await visit('listOpenMoments', { ...reading, request: `GET ${open}` });
  await visit('readOpenMoment', { ...reading, request: `GET ${open}/${momentId}/1` });
  const [first] = modules;
  await visit('readOpenModule', {
    ...{ ...reading, request: `GET ${open}/${momentId}/1/modules/${first?.moduleId}?momentVersion=1.0` },
  });
};

/** What the catalogue is for, with the moment that the care unit runs. */
export const tourCatalogue = async (visit: Visit, momentId: string): Promise<void> => {
  const catalogue = `/providers/${region}/catalogue` as const;
  await visit('listCatalogue', { ...administering, request: `GET ${catalogue}` });
  await visit('getCatalogueEntry', { ...administering, request: `GET ${catalogue}/${momentId}` });
  await offer(visit, momentId);
  await publishMinor(visit, momentId);
  await activate(visit, momentId);
  await readOpen(visit);
};

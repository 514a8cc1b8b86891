import { units as places, region } from '../../../infra/local/data/demo-data.ts';
import { momentVersion, programme } from '../programme.ts';
import type { Visit } from './visit.ts';

/** From an empty draft to a moment that can be started on the care unit; gives its id. */
export const tourAuthoring = async (visit: Visit): Promise<string> => {
  const { title, kind } = programme;
  const created = await visit('createMoment', {
    ...{ as: 'designer', request: `POST /units/${places.publisher}/moments`, status: 201 },
    body: { title, kind },
  });
  const momentId = String(created.body['momentId']);
  const path = `/moments/${momentId}` as const;
  const saved = await visit('saveDraft', {
    ...{ as: 'designer', request: `PUT ${path}/draft`, status: 200, etag: created.etag },
    body: { content: programme },
  });
  let { etag } = saved;
  for (const as of ['designer', 'practitioner'] as const)
    ({ etag } = await visit('recordVerdict', {
      ...{ as, request: `POST ${path}/verdicts`, status: 201, etag },
      body: { as, approved: true },
    }));
  const exporting = { as: 'designer', request: `POST ${path}/exports`, status: 201, etag } as const;
  const exported = await visit('exportToPublisher', exporting);
  await visit('publishVersion', {
    ...{ as: 'publisher', request: `POST ${path}/versions`, status: 201, etag: exported.etag },
    body: { offeredTo: [region] },
  });
  await visit('activateMoment', {
    ...{ as: 'careProviderAdmin', request: `POST /units/${places.care}/activations`, status: 201 },
    body: { momentId, momentVersion },
  });
  return momentId;
};

import { found } from '../../shared/domain/found.ts';
import { assertPublishable, assertSecondPerson } from '../../shared/domain/moment/moment.ts';
import { httpHandler } from '../../shared/http/http-handler.ts';
import { writeUseCase } from '../../shared/http/use-case.ts';
import { create, replace } from '../../shared/persistence/change.ts';
import { entities } from '../../shared/persistence/entities.ts';
import type { Draft } from '../../shared/persistence/moment-repository.ts';
import { publishVersion as contract } from './contracts.ts';

/** Copies of the draft's parts under the version: what is published is never what is edited. */
const partsOf = ({ modules, forms }: Draft, momentVersion: string) => [
  ...modules.map(({ value }) => create(entities.publishedModule, { ...value, momentVersion })),
  ...forms.map(({ value }) => create(entities.publishedForm, { ...value, momentVersion })),
];

export const publishVersion = writeUseCase(contract, {
  load: async ({ moments }, { params }) => found(await moments.draft(params.momentId)),
  subject: ({ head: { value, version } }) => ({
    provider: value.provider,
    unit: value.unit,
    resource: { momentId: value.momentId },
    version,
  }),
  decide(draft, { body, caller, now }) {
    const { value: moment } = draft.head;
    assertPublishable(moment);
    assertSecondPerson(moment, caller.hsaId);
    const { momentId, title, kind, welcome, moduleIds } = moment;
    // Every publication is a new major version until two versions can be compared (AUT-8): that never harms a running one.
    const latestMajor = moment.latestMajor + 1;
    const momentVersion = `${latestMajor}.0`;
    const published = {
      ...{ momentId, momentVersion, title, kind, welcome, moduleIds },
      publisherUnit: moment.unit,
      publishedBy: caller.hsaId,
      publishedAt: now,
      allowedProviders: body.allowedProviders,
    };
    return {
      body: { momentVersion },
      version: draft.head.version + 1,
      resource: { momentVersion },
      changes: [
        replace(entities.moment, draft.head, { ...moment, latestMajor, state: 'draft', verdicts: {} }),
        create(entities.publishedVersion, published),
        ...partsOf(draft, momentVersion),
      ],
    };
  },
});

export const handler = httpHandler(publishVersion);

import { statesOpenTo } from '../../../shared/domain/care/instance-lifecycle.ts';
import { assertAhead } from '../../../shared/domain/care/page.ts';
import { Problem } from '../../../shared/domain/problem.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import { create, demand } from '../../../shared/persistence/engine/change.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { formSubject } from '../instance-subject.ts';
import { reachedDemand } from '../reached-demand.ts';
import { createFormPages as contract } from './contracts.ts';
import { kindIn, loadPlace } from './page-loading.ts';

const distinct = (days: readonly string[]): string[] => [...new Set(days)];

export const createFormPages = writeUseCase(contract, {
  async load(stores, request) {
    const { params, body } = request;
    const [place, existing] = await Promise.all([
      loadPlace(stores, request),
      stores.instances.somePages(params.instanceId, params.formId, distinct(body.days)),
    ]);
    return { ...place, existing: existing.map(({ value }) => value.page) };
  },
  subject: ({ instance }, { params: { formId } }) => formSubject(instance, { formId }),
  // A page that the resident begins in that very moment is kept as theirs.
  merges: true,
  decide({ existing, ...place }, request) {
    const { params, body, now } = request;
    if (kindIn(place, request) !== 'calendar') throw new Problem('page-unfit');
    assertAhead(body.days, now);
    const created = distinct(body.days).filter((day) => !existing.includes(day));
    return {
      body: { created },
      changes: [
        ...created.map((page) => create(entities.formInstance, { ...params, page }, 'version-mismatch')),
        demand(entities.instance, place.instance, statesOpenTo(place.instance, params)),
        ...reachedDemand(place.instance, request),
      ],
    };
  },
});

export const handler = httpHandler(createFormPages);

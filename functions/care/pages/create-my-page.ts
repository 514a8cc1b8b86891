import { statesOpenTo } from '../../../shared/domain/care/instance-lifecycle.ts';
import { assertBegun, assertPageFits, tabAfter } from '../../../shared/domain/care/page.ts';
import { found } from '../../../shared/domain/found.ts';
import { swedishDate } from '../../../shared/domain/swedish-date.ts';
import { etagOf } from '../../../shared/http/etag.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import { create } from '../../../shared/persistence/engine/change.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { formSubject } from '../instance-subject.ts';
import { writingChange } from '../opening-changes.ts';
import { assertFormOpen } from '../planned-contents.ts';
import { reachedDemand } from '../reached-demand.ts';
import { createMyPage as contract } from './contracts.ts';
import { kindIn, loadPlace } from './page-loading.ts';

export const createMyPage = writeUseCase(contract, {
  async load(stores, request) {
    const { instanceId, formId } = request.params;
    const day = request.body.day ?? swedishDate(request.now);
    const [place, plan, that, last] = await Promise.all([
      loadPlace(stores, request),
      stores.instances.contentPlan(instanceId),
      stores.instances.form(instanceId, formId, day),
      stores.instances.pages(instanceId, formId, { limit: 1, cursor: undefined }),
    ]);
    return { ...place, plan: plan?.value, that, last: last.items[0]?.value.page };
  },
  subject: ({ instance }, { params: { formId } }) => formSubject(instance, { formId }),
  // Where two begin the same page at once, the second is given the first one’s.
  merges: true,
  decide({ that, last, plan, ...place }, request) {
    const { params, body, now } = request;
    const kind = kindIn(place, request);
    assertFormOpen(found(place.version), plan, params.formId, now);
    const page = kind === 'calendar' ? (body.day ?? swedishDate(now)) : tabAfter(last);
    assertPageFits(kind, kind === 'calendar' ? page : (body.day ?? page));
    const existing = kind === 'calendar' ? that : undefined;
    if (kind === 'calendar' && !existing) assertBegun(page, now, '/body/day');
    const version = existing?.version ?? 1;
    return {
      body: { page, etag: etagOf(version) },
      version,
      resource: { page },
      changes: [
        ...(existing ? [] : [create(entities.formInstance, { ...params, page }, 'version-mismatch')]),
        writingChange(place.instance, now, { state: statesOpenTo(place.instance, params) }),
        ...reachedDemand(place.instance, request),
      ],
    };
  },
});

export const handler = httpHandler(createMyPage);

import { withEtag } from '../../../shared/http/etag.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { readUseCase } from '../../../shared/http/use-case.ts';
import { viewTestAsResident as contract } from './contracts.ts';
import { loadTested, testedView, testSubject } from './test-loading.ts';

export const viewTestAsResident = readUseCase(contract, {
  load: ({ moments }, { params }) => loadTested(moments, params),
  subject: ({ draft: { head }, run }) => testSubject({ head, run }),
  answer(tested) {
    const view = testedView(tested);
    return { body: { ...view, forms: view.forms.map(withEtag) } };
  },
});

export const handler = httpHandler(viewTestAsResident);

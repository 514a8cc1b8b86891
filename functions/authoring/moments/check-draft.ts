import { found } from '../../../shared/domain/found.ts';
import { draftFindings } from '../../../shared/domain/moment/draft-findings.ts';
import { missingVerdicts } from '../../../shared/domain/moment/verdict.ts';
import { toldIn } from '../../../shared/domain/wording.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { momentSubject } from '../../../shared/http/moment-subject.ts';
import { readUseCase } from '../../../shared/http/use-case.ts';
import { checkedOf, loadForCheck } from './check-loading.ts';
import { checkDraft as contract } from './contracts.ts';

export const checkDraft = readUseCase(contract, {
  load: async ({ moments }, { params }) => found(await moments.moment(params.momentId)),
  subject: (head) => momentSubject(head),
  fetch: ({ moments }, _, { params }) => loadForCheck(moments, params.momentId),
  answer(_, fetched, { language }) {
    const { value: head, version } = fetched.draft.head;
    const findings = draftFindings(checkedOf(fetched));
    const mayBeExported =
      head.state === 'draft' &&
      missingVerdicts(head).length === 0 &&
      findings.every(({ level }) => level !== 'error');
    return { version, body: { findings: toldIn(language, findings), mayBeExported } };
  },
});

export const handler = httpHandler(checkDraft);

import { completenessFaults } from '../../shared/domain/content/content.ts';
import { found } from '../../shared/domain/found.ts';
import { assertEditable, assertTested } from '../../shared/domain/moment/moment.ts';
import { Problem } from '../../shared/domain/problem.ts';
import { httpHandler } from '../../shared/http/http-handler.ts';
import { writeUseCase } from '../../shared/http/use-case.ts';
import { replace } from '../../shared/persistence/change.ts';
import { entities } from '../../shared/persistence/entities.ts';
import { exportToPublisher as contract } from './contracts.ts';
import { momentSubject } from './moment-subject.ts';

export const exportToPublisher = writeUseCase(contract, {
  load: async ({ moments }, { params }) => found(await moments.draft(params.momentId)),
  subject: ({ head }) => momentSubject(head),
  decide({ head, modules }, { caller }) {
    assertEditable(head.value);
    const faults = completenessFaults({
      welcome: head.value.welcome,
      modules: modules.map(({ value }) => value.module),
    });
    if (faults.length > 0) throw new Problem('moment-incomplete', faults);
    assertTested(head.value);
    return {
      body: { state: 'exported' as const },
      version: head.version + 1,
      changes: [
        replace(entities.moment, head, { ...head.value, state: 'exported', exportedBy: caller.hsaId }),
      ],
    };
  },
});

export const handler = httpHandler(exportToPublisher);

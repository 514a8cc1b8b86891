import { found } from '../../../shared/domain/found.ts';
import { type Fault, Problem } from '../../../shared/domain/problem.ts';
import { authoringSayings } from '../../../shared/domain/sayings/authoring-sayings.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import { composeSave, outlineChange, touchedHead } from '../draft-part-changes.ts';
import { partSubject } from '../part-loading.ts';
import { saveOutline as contract } from './contracts.ts';

/** The outline names exactly the modules that are there: whoever adds or deletes one changes it too. */
const assertSameModules = (before: readonly string[], after: readonly string[]): void => {
  const faults: Fault[] = [
    ...after.flatMap((moduleId, at): Fault[] => {
      const pointer = `/body/moduleIds/${at}`;
      if (!before.includes(moduleId)) return [{ pointer, ...authoringSayings['module-missing'](moduleId) }];
      return after.indexOf(moduleId) === at
        ? []
        : [{ pointer, ...authoringSayings['module-twice'](moduleId) }];
    }),
    ...before
      .filter((moduleId) => !after.includes(moduleId))
      .map((moduleId) => ({
        pointer: '/body/moduleIds',
        ...authoringSayings['module-left-out'](moduleId),
      })),
  ];
  if (faults.length > 0) throw new Problem('validation-failed', faults);
};

export const saveOutline = writeUseCase(contract, {
  async load({ moments }, { params: { momentId } }) {
    const [head, outline] = await Promise.all([moments.moment(momentId), moments.draftOutline(momentId)]);
    return { head: found(head), outline: found(outline) };
  },
  subject: ({ head, outline }) => partSubject(head, outline),
  decide({ head, outline }, request) {
    const { body } = request;
    assertSameModules(outline.value.outline.moduleIds, body.moduleIds);
    const parts = [outlineChange(head.value, outline, body)];
    const { title, kind } = body;
    const { answer, changes } = composeSave(
      head,
      touchedHead(head, { title, kind }),
      { act: 'outline-saved', parts },
      request,
    );
    return { body: answer, version: outline.version + 1, changes };
  },
});

export const handler = httpHandler(saveOutline);

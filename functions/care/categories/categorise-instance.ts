import { assertWritable, writableStates } from '../../../shared/domain/care/instance.ts';
import { categoryUnknown } from '../../../shared/domain/care/unit-categories.ts';
import { found } from '../../../shared/domain/found.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import { amend, type Change, demandUnread } from '../../../shared/persistence/engine/change.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { keys } from '../../../shared/persistence/keys.ts';
import { instanceSubject } from '../instance-subject.ts';
import { categoriseInstance as contract } from './contracts.ts';

/** Each is one of the unit’s as it is written. */
const categoriesDemanded = (unit: string, categories: readonly string[]): Change[] =>
  categories.length === 0
    ? []
    : [
        demandUnread(entities.unitCategories, keys.categories(unit), {
          holds: { map: 'names', entries: categories },
          otherwise: categoryUnknown(),
        }),
      ];

export const categoriseInstance = writeUseCase(contract, {
  load: async ({ instances }, { params }) => found(await instances.instance(params.instanceId)).value,
  subject: (instance) => instanceSubject(instance),
  decide(instance, { body }) {
    assertWritable(instance);
    const categories = [...new Set(body.categories)];
    return {
      body: { categories },
      changes: [
        amend(entities.instance, instance, { set: { categories }, state: writableStates }),
        ...categoriesDemanded(instance.unit, categories),
      ],
    };
  },
});

export const handler = httpHandler(categoriseInstance);

import { found } from '../../shared/domain/found.ts';
import { withLabel } from '../../shared/domain/registered-person.ts';
import { httpHandler } from '../../shared/http/http-handler.ts';
import { readUseCase } from '../../shared/http/use-case.ts';
import { listApprovals as contract } from './contracts.ts';

export const listApprovals = readUseCase(contract, {
  async load({ organisation, people }, { params: { unitId }, query: { limit, cursor } }) {
    const [unit, page] = await Promise.all([
      organisation.unit(unitId),
      people.approvalsOf(unitId, { limit, cursor }),
    ]);
    return { unit: found(unit).value, page };
  },
  subject: ({ unit: { hsaId, provider }, page: { items } }) => ({
    ...{ provider, unit: hsaId, resource: {} },
    shown: items.map(({ value }) => value.person),
  }),
  fetch: ({ personRegister }, { unit: { hsaId }, page }, { shownIdFor }) =>
    personRegister.shown(
      page.items.map(({ value }) => value.person),
      shownIdFor({ unit: hsaId }),
    ),
  answer: ({ page: { items, next } }, shown) => ({
    body: {
      approvals: items.map(({ value: { person, scope, state, label } }) => ({
        resident: withLabel(found(shown.get(person.key)), { label }),
        scope,
        state,
      })),
      next,
    },
  }),
});

export const handler = httpHandler(listApprovals);

import { found } from '../../../shared/domain/found.ts';
import { standingOf } from '../../../shared/domain/mandate.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { readUseCase } from '../../../shared/http/use-case.ts';
import { listUnitMandates as contract } from './contracts.ts';
import { termsOf } from './mandate-terms.ts';
import { showAtUnit } from './shown-proxy.ts';

export const listUnitMandates = readUseCase(contract, {
  async load({ organisation, people }, { params: { unitId }, query: { limit, cursor } }) {
    const [unit, page] = await Promise.all([
      organisation.unit(unitId),
      people.mandatesOfUnit(unitId, { limit, cursor }),
    ]);
    const mandates = page.items.map(({ value }) => value);
    const parties = mandates.flatMap(({ resident, proxy }) => [resident, proxy]);
    return { unit: found(unit).value, mandates, parties, next: page.next };
  },
  subject: ({ unit: { hsaId, provider }, parties }) => ({
    ...{ provider, unit: hsaId, resource: {} },
    shown: parties,
  }),
  fetch: ({ personRegister }, { unit: { hsaId }, parties }, { shownIdFor }) =>
    personRegister.shown(parties, shownIdFor({ unit: hsaId })),
  answer: ({ unit: { hsaId }, mandates, next }, shown, { now, shownIdFor }) => ({
    body: {
      mandates: mandates.map((mandate) => {
        const { by, reason, confirmedBy } = mandate.registered;
        return {
          ...termsOf(mandate),
          resident: found(shown.get(mandate.resident.key)),
          proxy: showAtUnit(mandate, shown.get(mandate.proxy.key), shownIdFor({ unit: hsaId })),
          state: standingOf(mandate, now),
          answerBy: mandate.answerBy,
          ...{ registeredBy: by, reason, confirmedBy },
        };
      }),
      next,
    },
  }),
});

export const handler = httpHandler(listUnitMandates);

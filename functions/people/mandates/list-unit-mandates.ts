import { found } from '../../../shared/domain/found.ts';
import { standingOf } from '../../../shared/domain/mandate.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { readUseCase } from '../../../shared/http/use-case.ts';
import { listUnitMandates as contract } from './contracts.ts';
import { termsOf } from './mandate-terms.ts';
import { showProxy } from './shown-proxy.ts';

export const listUnitMandates = readUseCase(contract, {
  async load({ organisation, people }, { params: { unitId }, query: { limit, cursor } }) {
    const [unit, page] = await Promise.all([
      organisation.unit(unitId),
      people.mandatesOfUnit(unitId, { limit, cursor }),
    ]);
    const named = page.items.map(({ value }) => value);
    const parties = named.flatMap(({ resident, proxy }) => [resident, proxy]);
    return { unit: found(unit).value, named, parties, next: page.next };
  },
  subject: ({ unit: { hsaId, provider }, parties }) => ({
    ...{ provider, unit: hsaId, resource: {} },
    shown: parties,
  }),
  async fetch({ people, personRegister }, { unit: { provider }, named, parties }, { shownIdFor }) {
    const [mandates, shown] = await Promise.all([
      people.mandatesNamed(named),
      personRegister.shown(parties, shownIdFor({ provider })),
    ]);
    return { mandates: named.map(({ mandateId }) => found(mandates.get(mandateId))), shown };
  },
  answer: ({ next }, { mandates, shown }, { now }) => ({
    body: {
      mandates: mandates.map((mandate) => {
        const { by, reason, confirmedBy } = found(mandate.registered);
        return {
          ...termsOf(mandate),
          resident: found(shown.get(mandate.resident.key)),
          proxy: showProxy(mandate, shown.get(mandate.proxy.key)),
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

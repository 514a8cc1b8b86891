import { accepted, askedStates, type Mandate, mostWrongNumbers } from '../../../shared/domain/mandate.ts';
import {
  amend,
  type Change,
  create,
  recreate,
  remove,
  replace,
} from '../../../shared/persistence/engine/change.ts';
import type { Stored } from '../../../shared/persistence/engine/entity.ts';
import { entities } from '../../../shared/persistence/entities.ts';

/** As the unit that registered it has it, if any did: written together with the resident’s, so that both have the same version. */
const unitsOwn = ({ registered, ...mandate }: Mandate) => (registered ? [{ ...mandate, registered }] : []);

export const created = (mandate: Mandate): Change[] => [
  create(entities.mandate, mandate),
  ...unitsOwn(mandate).map((own) => create(entities.unitMandate, own)),
];

/**
 * Whatever its version has become, as long as the proxy is asked and it is not locked: of many tries at once each is counted, and the
 * right one finds the same in its way as a wrong one.
 */
const tried = (
  asked: Mandate,
  change: Pick<Parameters<typeof amend<Mandate>>[2], 'set' | 'added'>,
): Change[] => {
  const expect = {
    state: askedStates,
    below: { attribute: 'wrongNumbers', than: mostWrongNumbers, otherwise: 'mandate-locked' as const },
  };
  const index = change.set && entities.mandate.indexKeys?.({ ...asked, ...change.set });
  return [
    amend(entities.mandate, asked, { ...change, index, ...expect }),
    ...unitsOwn(asked).map((own) => amend(entities.unitMandate, own, { ...change, ...expect })),
  ];
};

/** One more time the proxy has named somebody else than whom it is from. */
export const countedWrong = (asked: Mandate): Change[] => tried(asked, { added: { wrongNumbers: 1 } });

export const acceptedAt = (asked: Mandate, now: string): Change[] => tried(asked, { set: accepted(now) });

const unitsReplaced = ({ version }: Stored<Mandate>, mandate: Mandate): Change[] =>
  unitsOwn(mandate).map((own) => replace(entities.unitMandate, { value: own, version }, own));

export const replaced = (before: Stored<Mandate>, mandate: Mandate): Change[] => [
  replace(entities.mandate, before, mandate),
  ...unitsReplaced(before, mandate),
];

/** Laid where what is over lies. */
export const ended = (before: Stored<Mandate>, mandate: Mandate): Change[] => [
  remove(entities.mandate, before),
  recreate(entities.mandate, mandate, before.version),
  ...unitsReplaced(before, mandate),
];

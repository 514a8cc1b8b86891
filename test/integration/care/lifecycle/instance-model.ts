import fc from 'fast-check';
import type { ModelStep } from '../../../support/any-order.ts';

/** What a person may do to a moment that runs. */
export type Act = { readonly do: 'open' | 'maintain' | 'end' | 'undo' | 'save' } | { readonly do: 'send' };

/** What CARE-1 and CARE-2 say there is, as simply as it can be said. The form stays open in maintenance, messages do not. */
export interface Model {
  readonly state: 'active' | 'maintenance' | 'ended';
  readonly isOpened: boolean;
  readonly isUndone: boolean;
  readonly saves: number;
  readonly messages: number;
}

export const atFirst: Model = { state: 'active', isOpened: false, isUndone: false, saves: 0, messages: 0 };

type Step = ModelStep<Model>;
const refused = (model: Model, outcome: string): Step => ({ outcome, model });
const illegal = '409 illegal-state';

const forResident = (model: Model, step: () => Step): Step =>
  model.isUndone ? refused(model, '404 not-found') : step();

const undo = (model: Model): Step => {
  if (model.isOpened) return refused(model, '409 resident-has-opened');
  if (model.state !== 'active') return refused(model, illegal);
  return { outcome: '201', model: { ...model, state: 'ended', isUndone: true } };
};

/** What the rules make of an act: how it is answered, and what there is afterwards. */
export const stepOf = (model: Model, act: Act): Step => {
  const { state, saves, messages } = model;
  switch (act.do) {
    case 'open':
      return forResident(model, () => ({
        outcome: '200',
        model: { ...model, isOpened: model.isOpened || state !== 'ended' },
      }));
    case 'maintain':
      return state === 'active'
        ? { outcome: '201', model: { ...model, state: 'maintenance' } }
        : refused(model, illegal);
    case 'end':
      return state === 'ended'
        ? refused(model, illegal)
        : { outcome: '201', model: { ...model, state: 'ended' } };
    case 'undo':
      return undo(model);
    case 'save':
      return forResident(model, () =>
        state === 'ended'
          ? refused(model, illegal)
          : { outcome: '200', model: { ...model, isOpened: true, saves: saves + 1 } },
      );
    case 'send':
      if (state === 'active') return { outcome: '201', model: { ...model, messages: messages + 1 } };
      return refused(model, state === 'ended' ? illegal : '409 closed-in-maintenance');
  }
};

export const anyAct: fc.Arbitrary<Act> = fc
  .constantFrom(
    'open' as const,
    'maintain' as const,
    'end' as const,
    'undo' as const,
    'save' as const,
    'send' as const,
  )
  .map((what) => ({ do: what }));

import { Problem } from '../problem.ts';
import { assertWritable, type Instance, type InstanceState, writableStates } from './instance.ts';

/** From which states a moment comes to the next: active → maintenance → ended, or ended at once, and no way back (CARE-2). */
const before = {
  maintenance: ['active'],
  ended: writableStates,
} as const satisfies Partial<Record<InstanceState, readonly InstanceState[]>>;
type Next = keyof typeof before;

export const statesBefore = (next: Next): readonly InstanceState[] => before[next];

/** `illegal-state`. The write’s own condition decides; this gives the answer early. */
export const assertMayBecome = ({ state }: Pick<Instance, 'state'>, next: Next): void => {
  if (!statesBefore(next).includes(state)) throw new Problem('illegal-state');
};

/** What is urgent is not put away unseen (CARE-9). The write’s own condition decides; this gives the answer early. */
export const assertUrgentSeen = ({ urgentFlags = 0 }: Pick<Instance, 'urgentFlags'>): void => {
  if (urgentFlags > 0) throw new Problem('urgent-flag-unseen');
};

/** What is written in a moment that maintenance may close: messages, or answers to a form. */
type Writing = 'messages' | { readonly formId: string };

const staysOpen = ({ maintenance }: Pick<Instance, 'maintenance'>, writing: Writing): boolean =>
  writing === 'messages'
    ? maintenance?.messages === true
    : maintenance?.formIds.includes(writing.formId) === true;

/** The states in which that is written; as a DynamoDB condition in the write. */
export const statesOpenTo = (
  instance: Pick<Instance, 'maintenance'>,
  writing: Writing,
): readonly InstanceState[] => (staysOpen(instance, writing) ? writableStates : ['active']);

/** Ended is `illegal-state`; in maintenance, what the designer has not left open is `closed-in-maintenance`. */
export const assertOpenTo = (instance: Instance, writing: Writing): void => {
  assertWritable(instance);
  if (!statesOpenTo(instance, writing).includes(instance.state)) throw new Problem('closed-in-maintenance');
};

import type { Instance } from '../../domain/care/instance.ts';
import type { RunningMoment, Unit } from '../../domain/organisation.ts';
import { monthOf } from '../../domain/statistics.ts';
import { amendUnread, type Change } from '../engine/change.ts';
import { keys } from '../keys.ts';
import { organisationEntities } from './entities.ts';
import { countInstance } from './statistic-changes.ts';

const practisingLess = (staff: string, unit: string, by: number): Change =>
  amendUnread(organisationEntities.practising, keys.practising(staff, unit), { added: { running: -by } });

/**
 * What the unit knows of a moment that begins, each under its condition: the resident is approved, has no such moment running, unless
 * that is confirmed, and the practitioner has the role. What was read of them may be another’s by now.
 */
export const beginsHere = (instance: Instance, residentId: string, confirmed: boolean): Change[] => {
  const { instanceId, momentId, title, practitioner, startedAt, test } = instance;
  return [
    amendUnread(organisationEntities.practising, keys.practising(practitioner, instance.unit), {
      added: { running: 1 },
      state: ['held'],
      otherwise: 'practitioner-not-at-unit',
    }),
    // After all else, for the first that fails is told: nobody is asked about a second start that could not be.
    amendUnread(organisationEntities.approval, keys.approval(instance.unit, residentId), {
      inMaps: [
        {
          ...{ map: 'running', entry: instanceId, act: 'set' },
          value: { momentId, title, practitioner, startedAt, test },
        },
        { map: 'runs', entry: momentId, act: 'count', by: 1 },
      ],
      state: ['approved'],
      ...(confirmed
        ? {}
        : { fewer: { map: 'runs', entry: momentId, than: 1, otherwise: 'moment-runs-already' as const } }),
      otherwise: 'resident-not-approved',
    }),
    ...countInstance(instance, { started: 1 }),
  ];
};

/** It stands among what runs for the resident no more. */
const runsNoMore = ({ unit, instanceId, momentId }: Instance, residentId: string): Change =>
  amendUnread(organisationEntities.approval, keys.approval(unit, residentId), {
    inMaps: [
      { map: 'running', entry: instanceId, act: 'remove' },
      { map: 'runs', entry: momentId, act: 'count', by: -1 },
    ],
  });

/** As if it had never begun. */
export const neverBegan = (instance: Instance, residentId: string): Change[] => [
  runsNoMore(instance, residentId),
  practisingLess(instance.practitioner, instance.unit, 1),
  ...countInstance(instance, { started: -1 }),
];

/** Moments that end together, all of one resident: each counter is changed once, as a transaction takes an item once. */
export const endedHere = (
  { hsaId: unit, provider }: Pick<Unit, 'hsaId' | 'provider'>,
  ended: readonly RunningMoment[],
): Change[] => {
  const byPractitioner = Map.groupBy(ended, ({ practitioner }) => practitioner);
  const byStatistic = Map.groupBy(ended, ({ momentId, startedAt, test }) =>
    [momentId, monthOf(startedAt), test].join(' '),
  );
  return [
    ...[...byPractitioner].map(([staff, theirs]) => practisingLess(staff, unit, theirs.length)),
    ...[...byStatistic.values()].flatMap(([first, ...others]) =>
      first ? countInstance({ ...first, provider, unit }, { ended: 1 + others.length }) : [],
    ),
  ];
};

/** One that ends by itself, while the resident stays approved. */
export const endedAlone = (instance: Instance, residentId: string): Change[] => [
  runsNoMore(instance, residentId),
  ...endedHere({ hsaId: instance.unit, provider: instance.provider }, [instance]),
];

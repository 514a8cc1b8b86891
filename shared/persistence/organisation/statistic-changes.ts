import type { Instance } from '../../domain/care/instance.ts';
import { monthOf, type Statistic } from '../../domain/statistics.ts';
import { type Change, count } from '../engine/change.ts';
import { organisationEntities } from './entities.ts';

type Counted = Pick<Instance, 'provider' | 'unit' | 'momentId' | 'title' | 'startedAt' | 'test'>;

const none = { started: 0, ended: 0 };

/** Counts a moment in the month it was started, with what happens to it (ORG-8). A test resident’s is practice and is not counted (ID-12). */
export const countInstance = (
  { provider, unit, momentId, title, startedAt, test }: Counted,
  added: Partial<Pick<Statistic, 'started' | 'ended'>>,
): Change[] =>
  test
    ? []
    : [
        count(
          organisationEntities.statistic,
          { ...{ provider, unit, momentId, title }, month: monthOf(startedAt), ...none },
          // Nought is added to the other, for what is not added is written over.
          { ...none, ...added },
        ),
      ];

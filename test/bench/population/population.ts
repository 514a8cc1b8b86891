import { v4 as uuidv4, v7 as uuidv7 } from 'uuid';
import { units as places, region, staff } from '../../../infra/local/data/demo-data.ts';
import { type AuditEntry, entryOf } from '../../../shared/audit/entry.ts';
import type { PersonKeys } from '../../../shared/auth/person-keys.ts';
import { attentionOf } from '../../../shared/domain/care/attention.ts';
import { unstamped } from '../../../shared/domain/care/draft-answers.ts';
import type { FormInstance } from '../../../shared/domain/care/form-instance.ts';
import type { Instance } from '../../../shared/domain/care/instance.ts';
import type { Form } from '../../../shared/domain/form/form-shape.ts';
import { type Change, create } from '../../../shared/persistence/engine/change.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { catalogueOf, momentsBeside } from './catalogue.ts';
import { largeMoment } from './large-moment.ts';
import { answersOf, diary, momentVersion, programme, rating } from './programme.ts';
import { formVersionOf, publishedProgramme } from './published-programme.ts';
import { instancesPerResident, personnummerAt } from './residents.ts';

const dayMs = 86_400_000;
/** Days over which instances and entries are spread: less than the log search looks back by itself. */
const spreadDays = 28;
const activities = ['instance-opened', 'form-read', 'results-viewed'] as const;

/**
 * As many instances and log entries as its size says, half as many residents, one moment that all of them run, a catalogue that grows
 * beside them, and a large draft that does not.
 */
export interface Population {
  readonly size: number;
  readonly momentId: string;
  /** The draft of a moment as large as they get. */
  readonly largeMomentId: string;
  readonly instances: readonly Instance[];
  readonly now: Date;
  readonly personKeys: PersonKeys;
}

const instantAt = (now: Date, at: number, size: number): string =>
  new Date(now.getTime() - dayMs - ((size - at) / size) * spreadDays * dayMs).toISOString();

export const createPopulation = (size: number, now: Date, personKeys: PersonKeys): Population => {
  const { personOf } = personKeys;
  const momentId = uuidv7();
  const instances = Array.from({ length: size }, (_, at): Instance => {
    const startedAt = instantAt(now, at, size);
    return {
      instanceId: uuidv7({ msecs: Date.parse(startedAt) }),
      ...{ momentId, momentVersion, title: programme.title, practitioner: staff.practitioner, startedAt },
      functions: programme.functions,
      unit: places.care,
      provider: region,
      resident: personOf(personnummerAt(Math.floor(at / instancesPerResident))),
      state: 'active',
      // As everywhere in use: what is answered has been opened, and the first opening is not what is measured.
      openedAt: startedAt,
      ...attentionOf({ startedAt }),
      // What is submitted has been saved question by question just before.
      lastResidentActivityAt: now.toISOString(),
      test: false,
    };
  });
  return { size, momentId, largeMomentId: uuidv7(), instances, now, personKeys };
};

const formsOf = ({ instanceId, resident }: Instance, at: number, now: Date): FormInstance[] => {
  const writtenBy = { as: 'self' as const, person: resident };
  const given = ({ formId }: Form) => ({
    ...{ momentVersion, answers: answersOf(at), writtenBy },
    formVersion: formVersionOf(formId),
  });
  const then = new Date(now.getTime() - dayMs).toISOString();
  return [
    {
      instanceId,
      formId: rating.formId,
      submitted: { ...given(rating), score: null, submittedAt: then, version: 1 },
    },
    {
      instanceId,
      formId: diary.formId,
      draft: { ...given(diary), ...unstamped(answersOf(at)), savedAt: then },
    },
  ];
};

const approvalOf = ({ unit, resident }: Instance, { shownIdFor }: PersonKeys): Change =>
  create(entities.approval, {
    ...{ unit, residentId: shownIdFor({ unit })(resident), person: resident },
    ...{ scope: 'support-and-treatment', state: 'approved', running: {}, runs: {} },
  });

/** What the log has of a practitioner's day. */
const entryAt = ({ size, now, instances }: Population, at: number): AuditEntry => {
  const time = instantAt(now, at, size);
  const { instanceId, momentId, resident } = instances[at] as Instance;
  return entryOf({
    eventId: uuidv7({ msecs: Date.parse(time) }),
    at: time,
    activity: activities[at % activities.length] ?? 'form-read',
    outcome: 'performed',
    operationId: 'readForm',
    correlationId: uuidv4(),
    actor: {
      kind: 'staff',
      hsaId: staff.practitioner,
      provider: region,
      role: 'practitioner',
      commission: `${staff.practitioner}C1`,
      purpose: 'Vård och behandling',
    },
    provider: region,
    unit: at % 2 === 0 ? places.care : places.otherCare,
    patient: resident,
    resource: { instanceId, momentId, formId: rating.formId },
  });
};

/** Every item of the population, made as the application makes them, one after the other: all at once would not fit. */
export function* changesOf(population: Population): Generator<Change> {
  yield* publishedProgramme(population.momentId, population.now);
  yield* largeMoment(population.largeMomentId);
  yield* catalogueOf(momentsBeside(population.size), population.now);
  for (const [at, instance] of population.instances.entries()) {
    if (at % instancesPerResident === 0) yield approvalOf(instance, population.personKeys);
    yield create(entities.instance, instance);
    for (const form of formsOf(instance, at, population.now)) yield create(entities.formInstance, form);
    yield create(entities.auditEntry, entryAt(population, at));
  }
}

/** Items that `changesOf` gives, near enough for showing how far the filling has come. */
export const itemCount = ({ size }: Population): number => 4.5 * size + 10 * momentsBeside(size) + 600;

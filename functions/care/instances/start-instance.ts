import * as z from 'zod';
import { residentNamed } from '../../../shared/contract/named-resident.ts';
import { attentionOf } from '../../../shared/domain/care/attention.ts';
import type { Instance } from '../../../shared/domain/care/instance.ts';
import { assertFewRun } from '../../../shared/domain/care/withdrawal.ts';
import { found } from '../../../shared/domain/found.ts';
import {
  type Activation,
  activatedVersion,
  assertActivated,
} from '../../../shared/domain/moment/activation.ts';
import { assertOffered, type CatalogueEntry } from '../../../shared/domain/moment/catalogue-entry.ts';
import { momentVersion } from '../../../shared/domain/moment/version.ts';
import {
  type Approval,
  assertActive,
  assertApproved,
  assertPractitioner,
  assertRegistered,
  assertTreats,
  type Practising,
  type Unit,
} from '../../../shared/domain/organisation.ts';
import type { Person } from '../../../shared/domain/person.ts';
import { showResident, withLabel } from '../../../shared/domain/registered-person.ts';
import { assertCouldPractise, canUse } from '../../../shared/domain/staffing.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import { create, demand } from '../../../shared/persistence/engine/change.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { startDemand, toldToStaff } from '../../../shared/persistence/moments/start-demands.ts';
import { agreementDemands } from '../../../shared/persistence/organisation/agreement-demands.ts';
import { beginsHere } from '../../../shared/persistence/organisation/running-changes.ts';
import { startInstance as contract } from './contracts.ts';

interface Grounds {
  readonly unit: Unit;
  readonly residentId: string;
  readonly resident: Person;
  readonly approval: Approval | undefined;
  readonly activation: Activation | undefined;
  readonly practising: Practising | undefined;
  readonly entry: CatalogueEntry | undefined;
}

const assertStartable = ({ unit, approval, activation, practising, entry }: Grounds) => {
  assertActive(unit);
  const approved = assertApproved(approval);
  assertFewRun(approved);
  return {
    activation: assertActivated(activation),
    practitioner: assertPractitioner(practising).staff,
    entry: assertOffered(found(entry), unit.provider),
  };
};

const begun = (
  grounds: Grounds,
  { instanceId, startedAt, test }: Pick<Instance, 'instanceId' | 'startedAt' | 'test'>,
): Instance => {
  const { resident, unit } = grounds;
  const { activation, practitioner } = assertStartable(grounds);
  const { momentId, title, functions, maintenance } = activation;
  return {
    ...{ instanceId, momentId, momentVersion: activatedVersion(activation), title, functions, resident },
    ...{ maintenance, test },
    ...{ unit: unit.hsaId, provider: unit.provider, practitioner, state: 'active', startedAt },
    ...attentionOf({ startedAt }),
  };
};

const keptAnswer = z.object({ instanceId: z.uuid(), momentVersion });

export const startInstance = writeUseCase(contract, {
  async load({ organisation, people, moments }, request): Promise<Grounds> {
    const { params, body } = request;
    const { unitId } = params;
    const { residentId, person } = residentNamed(body, unitId, request);
    const [unit, approval, activation, practising, entry] = await Promise.all([
      organisation.unit(unitId),
      people.approval(unitId, residentId),
      moments.activation(unitId, body.momentId, body.major),
      organisation.practising(body.practitioner, unitId),
      moments.catalogueEntry(body.momentId),
    ]);
    return {
      unit: found(unit).value,
      ...{ residentId, resident: person ?? found(approval).value.person },
      ...{ approval: approval?.value, activation: activation?.value, practising: practising?.value },
      entry: entry?.value,
    };
  },
  subject: ({ resident, unit: { hsaId, provider } }, { body: { momentId } }) => ({
    ...{ provider, unit: hsaId, patient: resident },
    resource: { momentId },
  }),
  async ask({ personRegister, staffDirectory }, grounds, { body, now }) {
    assertStartable(grounds);
    const [registered, practitioner] = await Promise.all([
      personRegister.person(grounds.resident.personnummer),
      staffDirectory.person(body.practitioner, canUse('practitioner', grounds.unit, now)),
    ]);
    return { registered, practitioner };
  },
  decide(grounds, { body: { confirmed = false }, now, newId }, { registered, practitioner }) {
    const { unit, approval, residentId, resident } = grounds;
    const person = assertRegistered(registered);
    assertTreats(unit, person);
    assertCouldPractise(practitioner, unit, now);
    const { activation, entry } = assertStartable(grounds);
    const instance = begun(grounds, { instanceId: newId(), startedAt: now, test: person.test });
    const { momentVersion } = instance;
    const kept = { instanceId: instance.instanceId, momentVersion };
    return {
      body: {
        ...kept,
        resident: withLabel(
          showResident(resident, person, () => residentId),
          approval,
        ),
      },
      // Who it is may be hidden by the time it is asked again.
      kept,
      version: 1,
      resource: { instanceId: instance.instanceId },
      changes: [
        create(entities.instance, instance),
        ...agreementDemands(unit, now),
        startDemand({ momentId: entry.momentId, momentVersion, provider: unit.provider }, toldToStaff),
        demand(entities.unit, unit, ['active']),
        demand(entities.activation, activation, ['active']),
        // Last, for the first that fails is told: nobody is asked about a second start that could not be.
        ...beginsHere(instance, residentId, confirmed),
      ],
    };
  },
  async again({ personRegister }, { resident, residentId, approval }, kept) {
    const shown = await personRegister.shown([resident], () => residentId);
    return { ...keptAnswer.parse(kept), resident: withLabel(found(shown.get(resident.key)), approval) };
  },
});

export const handler = httpHandler(startInstance);

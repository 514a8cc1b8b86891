import { found } from '../../../shared/domain/found.ts';
import {
  type Activation,
  activatedVersion,
  assertActivated,
} from '../../../shared/domain/moment/activation.ts';
import { assertOffered, type CatalogueEntry } from '../../../shared/domain/moment/catalogue-entry.ts';
import {
  type Approval,
  assertActive,
  assertApproved,
  assertPractitioner,
  assertRegistered,
  assertTreats,
  type RoleAssignment,
  type Unit,
} from '../../../shared/domain/organisation.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import { create, demand } from '../../../shared/persistence/engine/change.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { startDemands } from '../../../shared/persistence/moments/start-demands.ts';
import { agreementDemands } from '../../../shared/persistence/organisation/agreement-demands.ts';
import { countInstance } from '../../../shared/persistence/organisation/statistic-changes.ts';
import { startInstance as contract } from './contracts.ts';

interface Grounds {
  readonly unit: Unit;
  readonly approval: Approval | undefined;
  readonly activation: Activation | undefined;
  readonly practitioner: RoleAssignment | undefined;
  readonly entry: CatalogueEntry | undefined;
}

const assertStartable = ({ unit, approval, activation, practitioner, entry }: Grounds) => {
  assertActive(unit);
  return {
    approval: assertApproved(approval),
    activation: assertActivated(activation),
    practitioner: assertPractitioner(practitioner, unit),
    entry: assertOffered(found(entry), unit.provider),
  };
};

export const startInstance = writeUseCase(contract, {
  async load({ organisation, people, moments }, { params: { unitId }, body, identify }) {
    const resident = identify(body.personnummer);
    const [unit, approval, activation, practitioner, entry] = await Promise.all([
      organisation.unit(unitId),
      people.approval(unitId, resident.key),
      moments.activation(unitId, body.momentId, body.major),
      organisation.roleAt(body.practitioner, unitId, 'practitioner'),
      moments.catalogueEntry(body.momentId),
    ]);
    return {
      resident,
      unit: found(unit).value,
      approval: approval?.value,
      activation: activation?.value,
      practitioner: practitioner?.value,
      entry: entry?.value,
    };
  },
  subject: ({ resident, unit: { hsaId, provider } }, { body: { momentId } }) => ({
    provider,
    unit: hsaId,
    patient: resident,
    resource: { momentId },
  }),
  ask({ personRegister }, grounds) {
    assertStartable(grounds);
    return personRegister.person(grounds.resident.personnummer);
  },
  decide(grounds, { now, newId }, registered) {
    const { test } = assertRegistered(registered);
    const { resident, unit } = grounds;
    assertTreats(unit, { test });
    const { approval, activation, practitioner, entry } = assertStartable(grounds);
    const { momentId, title, functions } = activation;
    const momentVersion = activatedVersion(activation);
    const instanceId = newId();
    const instance = {
      ...{ instanceId, momentId, momentVersion, title, functions, resident, test },
      unit: unit.hsaId,
      provider: unit.provider,
      practitioner: practitioner.staff,
      state: 'active' as const,
      startedAt: now,
    };
    return {
      body: { instanceId, momentVersion },
      version: 1,
      resource: { instanceId },
      changes: [
        create(entities.instance, instance),
        ...countInstance(instance, { started: 1 }),
        ...agreementDemands(unit, now),
        ...startDemands(entry, unit.provider, { momentVersion, otherwise: 'version-recalled' }),
        demand(entities.unit, unit, ['active']),
        demand(entities.approval, approval, ['approved']),
        demand(entities.activation, activation, ['active']),
        demand(entities.roleAssignment, practitioner),
      ],
    };
  },
});

export const handler = httpHandler(startInstance);

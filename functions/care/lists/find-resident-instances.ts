import { residentNamed } from '../../../shared/contract/named-resident.ts';
import { found } from '../../../shared/domain/found.ts';
import { withLabel } from '../../../shared/domain/registered-person.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { readUseCase } from '../../../shared/http/use-case.ts';
import { findResidentInstances as contract } from './contracts.ts';
import { fits, loadBeside } from './list-loading.ts';
import { rowOf } from './shown-rows.ts';

export const findResidentInstances = readUseCase(contract, {
  async load(stores, request) {
    const { unitId } = request.params;
    const { residentId } = residentNamed(request.body, unitId, request);
    const [beside, approval] = await Promise.all([
      loadBeside(stores, unitId),
      stores.people.approval(unitId, residentId),
    ]);
    return { ...beside, approval: found(approval).value };
  },
  subject: ({ unit: { hsaId, provider }, approval: { person } }) => ({
    ...{ provider, unit: hsaId, patient: person, resource: {} },
  }),
  async fetch({ instances, personRegister, staffDirectory }, beside, { query: { limit, cursor } }) {
    const { person, residentId } = beside.approval;
    const [{ items, next }, shown] = await Promise.all([
      instances.ofResidentOnUnits([person.key], [beside.unit.hsaId], { limit, cursor }),
      personRegister.shown([person], () => residentId),
    ]);
    const heads = items.map(({ value }) => value).filter(fits(beside.unit, {}));
    const names = await staffDirectory.named(heads.map(({ practitioner }) => practitioner));
    return {
      resident: shown.get(person.key),
      instances: heads.map((one) => rowOf(beside, one, names)),
      next,
    };
  },
  answer: ({ approval }, { resident, instances, next }) => ({
    body: { resident: withLabel(found(resident), approval), instances, next },
  }),
});

export const handler = httpHandler(findResidentInstances);

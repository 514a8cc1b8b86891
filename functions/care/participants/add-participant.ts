import { assertLater, assertNotResponsible } from '../../../shared/domain/care/participation.ts';
import { assertCouldPractise, assertNotOneself, canUse } from '../../../shared/domain/staffing.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import { demand, demandUnread, replaceOrCreate } from '../../../shared/persistence/engine/change.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { keys } from '../../../shared/persistence/keys.ts';
import { instanceSubject } from '../instance-subject.ts';
import { addParticipant as contract } from './contracts.ts';
import { loadParticipant } from './participant-loading.ts';

export const addParticipant = writeUseCase(contract, {
  load: (stores, { params, body }) => loadParticipant(stores, params.instanceId, body.staff),
  subject: ({ instance }, { body: { staff, as, until } }) =>
    instanceSubject(instance, { staff, as, ...(until === undefined ? {} : { until }) }),
  ask({ staffDirectory }, { instance }, { body: { staff, until }, caller, now }) {
    assertNotOneself(caller.hsaId, staff);
    assertNotResponsible(instance, staff);
    assertLater(until, now);
    const unit = { hsaId: instance.unit, provider: instance.provider };
    return staffDirectory.person(staff, canUse('practitioner', unit, now));
  },
  decide({ instance, before }, { body, caller, now }, person) {
    const { instanceId, unit, provider, resident } = instance;
    assertCouldPractise(person, { hsaId: unit, provider }, now);
    return {
      body: { addedAt: now },
      changes: [
        replaceOrCreate(entities.participant, before, {
          ...{ instanceId, unit, resident, ...body, addedBy: caller.hsaId, addedAt: now },
        }),
        demand(entities.instance, instance),
        demandUnread(entities.practising, keys.practising(body.staff, unit), {
          state: ['held'],
          otherwise: 'practitioner-not-at-unit',
        }),
      ],
    };
  },
});

export const handler = httpHandler(addParticipant);

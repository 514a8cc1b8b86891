import * as z from 'zod';
import { residentNamed } from '../../shared/contract/named-resident.ts';
import { assertNamesNobody } from '../../shared/domain/care/resident-label.ts';
import { found } from '../../shared/domain/found.ts';
import {
  type Approval,
  approvalScope,
  assertActive,
  assertRegistered,
  assertTreats,
  type Unit,
} from '../../shared/domain/organisation.ts';
import type { Person } from '../../shared/domain/person.ts';
import { showResident, withLabel } from '../../shared/domain/registered-person.ts';
import { httpHandler } from '../../shared/http/http-handler.ts';
import { writeUseCase } from '../../shared/http/use-case.ts';
import { type Change, demand, keep, replaceOrCreate } from '../../shared/persistence/engine/change.ts';
import { entities } from '../../shared/persistence/entities.ts';
import { agreementDemands } from '../../shared/persistence/organisation/agreement-demands.ts';
import { approveResident as contract } from './contracts.ts';
import { linkChanges } from './earlier-numbers.ts';
import { residentAtUnit } from './resident-at-unit.ts';
import { showAtUnit } from './show-at-unit.ts';

/** There before they are needed: who is named by the unit’s id has a key that is known too late to make them (ID-9). */
const roomsForMandates = (
  { key: personKey }: Person,
  { hsaId: unit }: Unit,
  lacks: { readonly given: boolean; readonly registered: boolean },
): Change[] => [
  ...(lacks.given
    ? [replaceOrCreate(entities.openMandates, undefined, { personKey, side: 'giver', open: {} })]
    : []),
  ...(lacks.registered
    ? [replaceOrCreate(entities.openMandates, undefined, { personKey, side: 'registered', unit, open: {} })]
    : []),
];

const keptAnswer = z.object({ scope: approvalScope, state: z.literal('approved') });

export const approveResident = writeUseCase(contract, {
  async load({ organisation, people }, request) {
    const { unitId } = request.params;
    const { residentId, person } = residentNamed(request.body, unitId, request);
    const [unit, approval, links, given, registered] = await Promise.all([
      organisation.unit(unitId),
      people.approval(unitId, residentId),
      person && people.links(person.key),
      person && people.openMandates(person.key, 'giver'),
      person && people.unconfirmedMandates(person.key, unitId),
    ]);
    const known = { unit: found(unit).value, approval, links, isByNumber: person !== undefined };
    const lacks = { given: given === undefined, registered: registered === undefined };
    return { ...known, lacks, residentId, resident: person ?? found(approval).value.person };
  },
  subject: ({ resident, unit }) => residentAtUnit(unit, resident),
  ask({ personRegister }, { resident, unit }) {
    assertActive(unit);
    return personRegister.person(resident.personnummer);
  },
  decide(
    { unit, approval, links, lacks, isByNumber, residentId, resident },
    { body, identify, now },
    registered,
  ) {
    const person = assertRegistered(registered);
    assertTreats(unit, person);
    const { scope, label = approval?.value.label } = body;
    assertNamesNobody(label, person);
    const approved: Approval = {
      ...{ unit: unit.hsaId, residentId, person: resident, scope, state: 'approved' },
      ...(label === undefined ? {} : { label }),
      ...{ running: approval?.value.running ?? {}, runs: approval?.value.runs ?? {} },
    };
    const kept = { scope, state: 'approved' as const };
    return {
      body: {
        ...kept,
        resident: withLabel(
          showResident(resident, person, () => residentId),
          { label },
        ),
      },
      // Who it is may be hidden by the time it is asked again.
      kept,
      changes: [
        replaceOrCreate(entities.approval, approval, approved),
        ...(approval?.value.state === 'approved'
          ? []
          : [keep(entities.approvedAt, { personKey: resident.key, unit: unit.hsaId })]),
        demand(entities.unit, unit, ['active']),
        ...agreementDemands(unit, now),
        ...(isByNumber ? linkChanges(resident, person, links, identify) : []),
        ...(isByNumber ? roomsForMandates(resident, unit, lacks) : []),
      ],
    };
  },
  again: async ({ personRegister }, loaded, kept) => ({
    ...keptAnswer.parse(kept),
    resident: await showAtUnit(personRegister, loaded),
  }),
});

export const handler = httpHandler(approveResident);

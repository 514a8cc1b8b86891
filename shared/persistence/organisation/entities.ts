import { unitCategories } from '../../domain/care/unit-categories.ts';
import { isAsked, isEnded, mandate, personLinks, unitMandate } from '../../domain/mandate.ts';
import { openReading } from '../../domain/moment/open-reading.ts';
import { openMandates } from '../../domain/open-mandates.ts';
import {
  administrators,
  approval,
  approvedAt,
  auditors,
  practising,
  roleAssignment,
  roleChange,
  unit,
} from '../../domain/organisation.ts';
import { agreement, informationMessage, provider, serviceAgreement } from '../../domain/provider.ts';
import { statistic } from '../../domain/statistics.ts';
import { entity } from '../engine/entity.ts';
import { keys, listed } from '../keys.ts';

/** What the table of organisations keeps, one row a kind: in what shape, under which key. */
export const organisationEntities = {
  provider: entity({
    type: 'Provider',
    table: 'organisation',
    schema: provider,
    key: ({ hsaId }) => keys.provider(hsaId),
  }),
  serviceAgreement: entity({
    type: 'ServiceAgreement',
    table: 'organisation',
    schema: serviceAgreement,
    key: (value) => keys.serviceAgreement(value.provider),
  }),
  agreement: entity({
    type: 'Agreement',
    table: 'organisation',
    schema: agreement,
    key: (value) => keys.agreement(value.provider, value.region),
    // Listed by the region, which made it; the provider has it in its own partition.
    indexKeys: ({ region, provider: party }) => ({ owner: region, listed: listed.agreement(party) }),
  }),
  informationMessage: entity({
    type: 'InformationMessage',
    table: 'organisation',
    schema: informationMessage,
    key: (value) => keys.informationMessage(value.provider, value.messageId),
  }),
  unit: entity({
    type: 'Unit',
    table: 'organisation',
    schema: unit,
    key: ({ hsaId }) => keys.unit(hsaId),
    // Residents are shown active care units alone: the others are not in the index they are listed from (ORG-5).
    indexKeys: ({ hsaId, provider: owner, county, state, kind }) => ({
      owner,
      listed: listed.unit(hsaId),
      ...(state === 'active' && kind === 'care' ? { activeCounty: county } : {}),
    }),
  }),
  unitCategories: entity({
    type: 'UnitCategories',
    table: 'organisation',
    schema: unitCategories,
    key: (value) => keys.categories(value.unit),
  }),
  administrators: entity({
    type: 'Administrators',
    table: 'organisation',
    schema: administrators,
    key: (value) => keys.administrators(value.unit),
  }),
  auditors: entity({
    type: 'Auditors',
    table: 'organisation',
    schema: auditors,
    key: (value) => keys.auditors(value.provider),
  }),
  roleAssignment: entity({
    type: 'RoleAssignment',
    table: 'organisation',
    schema: roleAssignment,
    key: (value) => keys.role(value.staff, value.unit ?? value.provider, value.role),
    indexKeys: (value) => ({
      owner: value.unit ?? value.provider,
      listed: listed.role(value.staff, value.role),
    }),
  }),
  practising: entity({
    type: 'Practising',
    table: 'organisation',
    schema: practising,
    key: (value) => keys.practising(value.staff, value.unit),
    // Whoever has the role is listed by that. What goes on with the others lies with nobody, and the unit must find it.
    indexKeys: ({ staff, unit: owner, state }): Readonly<Record<string, string>> =>
      state === 'withdrawn' ? { owner, listed: listed.withoutRole(staff) } : {},
  }),
  roleChange: entity({
    type: 'RoleChange',
    table: 'organisation',
    schema: roleChange,
    key: (value) => keys.roleChange(value.place, value.changeId),
  }),
  statistic: entity({
    type: 'Statistic',
    table: 'organisation',
    schema: statistic,
    key: (value) => keys.statistic(value.provider, value.unit, value.month, value.momentId),
  }),
  approval: entity({
    type: 'Approval',
    table: 'organisation',
    schema: approval,
    key: (value) => keys.approval(value.unit, value.residentId),
  }),
  // Not by an index on the approval: that would be written anew with every moment that begins or ends.
  approvedAt: entity({
    type: 'ApprovedAt',
    table: 'organisation',
    schema: approvedAt,
    key: ({ personKey, unit: place }) => keys.approvedAt(personKey, place),
  }),
  openReading: entity({
    type: 'OpenReading',
    table: 'organisation',
    schema: openReading,
    key: ({ unit: place, personKey, momentId, major }) => keys.openReading(place, personKey, momentId, major),
  }),
  mandate: entity({
    type: 'Mandate',
    table: 'organisation',
    schema: mandate,
    // There is no bound to what is given and revoked: what is over lies apart from what is read at every request of a proxy.
    key: (value) =>
      keys[isEnded(value) ? 'endedMandate' : 'mandate'](value.resident.key, value.proxy.key, value.mandateId),
    // What is over, or not the proxy’s to know yet, is not in the index: it cannot push out what is.
    indexKeys: ({ proxy, mandateId, state }) => {
      if (state === 'accepted') return { owner: proxy.key, listed: listed.acceptedMandate(mandateId) };
      return isAsked({ state }) ? { owner: proxy.key, listed: listed.askedMandate(mandateId) } : {};
    },
  }),
  openMandates: entity({
    type: 'OpenMandates',
    table: 'organisation',
    schema: openMandates,
    key: ({ personKey, side, unit }) =>
      unit === undefined ? keys.openMandates(personKey, side) : keys.unconfirmedMandates(personKey, unit),
  }),
  unitMandate: entity({
    type: 'UnitMandate',
    table: 'organisation',
    schema: unitMandate,
    key: ({ registered, mandateId }) => keys.unitMandate(registered.unit, mandateId),
  }),
  personLinks: entity({
    type: 'PersonLinks',
    table: 'organisation',
    schema: personLinks,
    key: ({ personKey }) => keys.personLinks(personKey),
  }),
} as const;

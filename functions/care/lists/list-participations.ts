import type { ListedInstance } from '../../../shared/domain/care/listed-instance.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { readUseCase } from '../../../shared/http/use-case.ts';
import { listParticipations as contract } from './contracts.ts';
import { loadBeside } from './list-loading.ts';
import { rowOf, showResidents } from './shown-rows.ts';

const pressingFirst = (one: ListedInstance, other: ListedInstance): number =>
  `${one.priority} ${one.since}`.localeCompare(`${other.priority} ${other.since}`, 'en');

export const listParticipations = readUseCase(contract, {
  async load(stores, { params: { unitId }, query: { limit, cursor }, caller, now }) {
    const [beside, { items, next }] = await Promise.all([
      loadBeside(stores, unitId),
      stores.instances.participationsOf(unitId, caller.hsaId, { limit, cursor }),
    ]);
    const parts = items.map(({ value }) => value).filter(({ until }) => until === undefined || now < until);
    return { ...beside, parts, next };
  },
  // Whose moments they are stands in what is read first, so that the entry names them before the moments are read.
  subject: ({ unit: { hsaId, provider }, parts }) => ({
    ...{ provider, unit: hsaId, resource: {} },
    shown: parts.map(({ resident }) => resident),
  }),
  async fetch(stores, beside, { shownIdFor }) {
    const { parts, unit } = beside;
    const [heads, residentOf] = await Promise.all([
      stores.instances.instancesNamed(parts.map(({ instanceId }) => instanceId)),
      showResidents(
        stores,
        unit.hsaId,
        parts.map(({ resident }) => resident),
        shownIdFor({ unit: unit.hsaId }),
      ),
    ]);
    const names = await stores.staffDirectory.named(heads.map(({ practitioner }) => practitioner));
    const partIn = new Map(parts.map((part) => [part.instanceId, part]));
    return heads.toSorted(pressingFirst).map((head) => ({
      ...rowOf(beside, head, names),
      resident: residentOf(head.resident),
      as: partIn.get(head.instanceId)?.as,
    }));
  },
  answer: ({ next }, rows) => ({
    body: { instances: rows.map(({ as, ...row }) => (as === 'reasoned' ? row : { ...row, as })), next },
  }),
});

export const handler = httpHandler(listParticipations);

import { needsPart } from '../../auth/permissions.ts';
import type { ClosedContract } from '../../contract/contract.ts';
import { whereaboutsOf } from '../../contract/whereabouts.ts';
import { type Instance, isOpenToResident } from '../../domain/care/instance.ts';
import { type Participant, partOf } from '../../domain/care/participation.ts';
import type { Stores } from '../../persistence/stores.ts';
import type { AnyRequest, RequestSubject } from '../use-case.ts';

type Ids = Readonly<Record<string, string>>;

interface Asked {
  readonly ids: Ids;
  readonly request: AnyRequest;
  readonly resource: Ids;
}

const atUnit = async ({ organisation }: Stores, { ids, resource }: Asked) => {
  const unit = await organisation.unit(String(ids['unitId']));
  return unit && { provider: unit.value.provider, unit: unit.value.hsaId, resource };
};

const inMoment = async ({ moments }: Stores, { ids, resource }: Asked) => {
  const head = await moments.moment(String(ids['momentId']));
  return head && { provider: head.value.provider, unit: head.value.unit, resource };
};

/** The row that says what part the caller has in it, where they are asked for one; read beside the instance, whether it is there or not. */
const addedTo = async (
  { instances }: Stores,
  { ids, request: { caller } }: Asked,
  contract: ClosedContract,
) =>
  caller?.kind === 'staff' && contract.caller === 'staff' && needsPart(contract.permission)
    ? (await instances.participant(String(ids['instanceId']), caller.hsaId))?.value
    : undefined;

const partIn = (
  instance: Instance,
  { caller, now }: AnyRequest,
  added: Participant | undefined,
): Pick<RequestSubject, 'part' | 'statedReason'> => {
  const part = caller?.kind === 'staff' ? partOf(instance, caller.hsaId, added, now) : undefined;
  return {
    ...(part ? { part } : {}),
    ...(part === 'reasoned' && added?.reason ? { statedReason: added.reason } : {}),
  };
};

const inInstance = async (stores: Stores, asked: Asked, contract: ClosedContract) => {
  const { ids, request, resource } = asked;
  const [stored, added] = await Promise.all([
    stores.instances.instance(String(ids['instanceId'])),
    addedTo(stores, asked, contract),
  ]);
  if (!stored) return undefined;
  // To the resident, and to who acts for them, what is closed is not there.
  if (request.caller?.kind === 'resident' && !isOpenToResident(stored.value, request.now)) return undefined;
  const { provider, unit, resident, momentId } = stored.value;
  const place = { provider, unit, patient: resident, resource: { ...resource, momentId } };
  return { ...place, ...partIn(stored.value, request, added) };
};

/** What is about the resident themselves; on a unit where the address names one, as a unit's mandate reaches no further. */
const ofResident = ({ ids: { unitId }, request, resource }: Asked): RequestSubject => ({
  provider: request.nationalManagement,
  ...(unitId === undefined ? {} : { unit: unitId }),
  ...(request.caller?.kind === 'resident' ? { patient: request.caller.resident } : {}),
  resource,
});

const askedOf = (request: AnyRequest): Asked => {
  const ids = Object.fromEntries(
    Object.entries(request.params ?? {}).map(([name, value]) => [name, String(value)]),
  );
  const { unitId: _, providerId: __, ...resource } = ids;
  return { ids, request, resource };
};

/**
 * Where the thing asked for lies, by the route's address alone: what access is judged by before the rest of the request is looked at.
 * Undefined where there is nothing there.
 */
export const placeOf = async (
  stores: Stores,
  contract: ClosedContract,
  request: AnyRequest,
): Promise<RequestSubject | undefined> => {
  const asked = askedOf(request);
  switch (whereaboutsOf(contract)) {
    case 'instance':
      return inInstance(stores, asked, contract);
    case 'resident':
      return ofResident(asked);
    case 'unit':
      return atUnit(stores, asked);
    // Nobody holds a role at a provider that is not there, so nothing needs to be read.
    case 'provider':
      return { provider: String(asked.ids['providerId']), resource: asked.resource };
    case 'moment':
      return inMoment(stores, asked);
    case 'platform':
      return { provider: request.nationalManagement, resource: asked.resource };
  }
};

/** Where nobody holds anything: what does not exist is judged as what lies there, so that both are refused alike. */
export const nowhere: RequestSubject = { provider: '', resource: {} };

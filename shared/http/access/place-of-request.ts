import type { ClosedContract } from '../../contract/contract.ts';
import { whereaboutsOf } from '../../contract/whereabouts.ts';
import { isOpenToResident } from '../../domain/care/instance.ts';
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

const inInstance = async ({ instances }: Stores, { ids, request, resource }: Asked) => {
  const stored = await instances.instance(String(ids['instanceId']));
  if (!stored) return undefined;
  // To the resident, and to who acts for them, what is closed is not there.
  if (request.caller?.kind === 'resident' && !isOpenToResident(stored.value, request.now)) return undefined;
  const { provider, unit, resident, momentId } = stored.value;
  return { provider, unit, patient: resident, resource: { ...resource, momentId } };
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
      return inInstance(stores, asked);
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

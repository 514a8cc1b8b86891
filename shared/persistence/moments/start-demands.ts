import type { ProblemCode } from '../../domain/problem.ts';
import { type Change, demandUnread } from '../engine/change.ts';
import { keys } from '../keys.ts';
import { momentEntities } from './entities.ts';

/** What stands in the way, to whoever asks: staff are told, residents are not told of offers. */
interface Told {
  readonly recalled: ProblemCode;
  readonly notOffered: ProblemCode;
}
export const toldToStaff: Told = { recalled: 'version-recalled', notOffered: 'moment-not-offered' };
export const toldToResident: Told = { recalled: 'moment-stopped', notOffered: 'not-found' };

const notRecalled = (momentVersion: string, otherwise: ProblemCode) => ({
  without: { attribute: 'recalled', entry: momentVersion, otherwise },
});

/** It is not recalled at the very moment of writing (PUB-9). */
export const recallDemand = (momentId: string, momentVersion: string): Change =>
  demandUnread(momentEntities.catalogueEntry, keys.catalogueEntry(momentId), {
    ...notRecalled(momentVersion, toldToStaff.recalled),
    otherwise: 'illegal-state',
  });

interface Beginning {
  readonly momentId: string;
  readonly momentVersion: string;
  readonly provider: string;
}

const beginning = ({ momentVersion, provider }: Beginning, { recalled, notOffered }: Told) => ({
  ...notRecalled(momentVersion, recalled),
  among: { attribute: 'offeredTo', anyOf: ['everyone', provider], otherwise: notOffered },
});

/**
 * What must hold of a version at the very moment something new begins of it at a provider: it is not recalled (PUB-9), and is still
 * offered (PUB-3). Of one item, for a transaction pays for each that it demands something of.
 */
export const startDemand = (begun: Beginning, told: Told): Change =>
  demandUnread(momentEntities.catalogueEntry, keys.catalogueEntry(begun.momentId), {
    ...beginning(begun, told),
    otherwise: 'illegal-state',
  });

/** To be activated it must be published besides (PUB-6). */
export const activationDemand = (begun: Beginning): Change =>
  demandUnread(momentEntities.catalogueEntry, keys.catalogueEntry(begun.momentId), {
    ...beginning(begun, toldToStaff),
    state: ['published'],
    otherwise: 'moment-unpublished',
  });

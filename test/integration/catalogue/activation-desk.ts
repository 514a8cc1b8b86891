import { startInstance } from '../../../functions/care/instances/start-instance.ts';
import { activateMinor } from '../../../functions/catalogue/activations/activate-minor.ts';
import { activateMoment } from '../../../functions/catalogue/activations/activate-moment.ts';
import { inactivateMoment } from '../../../functions/catalogue/activations/inactivate-moment.ts';
import type { CatalogueEntry } from '../../../shared/domain/moment/catalogue-entry.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import {
  aUnit,
  hsaIdOf,
  login,
  loginElsewhere,
  otherProvider,
  provider,
  residents,
  serviceAgreementOf,
  units,
} from '../../support/people.ts';
import type { Interference } from '../../support/recorded-client.ts';
import type { World } from '../../support/world.ts';
import { outcomeOf } from '../organisation/outcome.ts';
import { inCatalogue, withVersion } from './catalogue-world.ts';

const agreement = {
  ...{ provider: otherProvider, region: provider, reference: 'Avtal 1' },
  serviceAgreement: serviceAgreementOf(provider).reference,
  validFrom: '2020-01-01T00:00:00.000Z',
};

/** A moment offered to both providers, published in four versions, and what can be done to it on a unit of each. */
export class ActivationDesk {
  readonly world: World;
  readonly entry: CatalogueEntry;

  private constructor(world: World, entry: CatalogueEntry) {
    this.world = world;
    this.entry = entry;
  }

  static async open(world: World): Promise<ActivationDesk> {
    const offeredTo = [provider, otherProvider];
    const entry = await inCatalogue(world, { latest: '2.0', versions: ['2.0', '1.2'], offeredTo });
    for (const version of ['1.0', '1.1', '1.2', '2.0']) await withVersion(world, entry, version);
    return new ActivationDesk(world, entry);
  }

  private adminOf(unitId: string): Promise<string> {
    return unitId === units.elsewhere ? loginElsewhere('careProviderAdmin') : login('careProviderAdmin');
  }

  stored(major = 1, unitId = units.care) {
    return this.world.runtime.stores.moments.activation(unitId, this.entry.momentId, major);
  }

  async activate(momentVersion = '1.0', unitId = units.care, interference?: Interference): Promise<string> {
    const body = { momentId: this.entry.momentId, momentVersion };
    const sent = { params: { unitId }, body, token: await this.adminOf(unitId) };
    return outcomeOf(this.world, activateMoment, sent, interference);
  }

  /** A later minor of major 1. */
  async activateMinor(minor: number, unitId = units.care, interference?: Interference): Promise<string> {
    const sent = {
      params: { unitId, momentId: this.entry.momentId, major: '1' },
      body: { minor },
      token: await this.adminOf(unitId),
      headers: { 'If-Match': `"${(await this.stored(1, unitId))?.version ?? 0}"` },
    };
    return outcomeOf(this.world, activateMinor, sent, interference);
  }

  async inactivate(major = 1, interference?: Interference): Promise<string> {
    const body = { momentId: this.entry.momentId, major };
    const sent = { params: { unitId: units.care }, body, token: await this.adminOf(units.care) };
    return outcomeOf(this.world, inactivateMoment, sent, interference);
  }

  async start(major = 1): Promise<string> {
    const { momentId } = this.entry;
    const given = { personnummer: residents.approved, practitioner: hsaIdOf('practitioner') };
    const body = { ...given, momentId, major, confirmed: true };
    const sent = { params: { unitId: units.care }, body, token: await login('practitioner') };
    return outcomeOf(this.world, startInstance, sent);
  }

  /** As another request has left the entry. */
  entryIs(more: Partial<CatalogueEntry>): Promise<void> {
    return this.world.have(entities.catalogueEntry, { ...this.entry, ...more }, 2);
  }

  withdrawOffer(): Promise<void> {
    return this.entryIs({ offeredTo: [otherProvider] });
  }

  unitIs(state: 'active' | 'inactive'): Promise<void> {
    return this.world.have(entities.unit, aUnit(units.care, { state }));
  }

  /** Of the private provider with the region. */
  agreementEnds(validTo?: string): Promise<void> {
    return this.world.have(entities.agreement, { ...agreement, ...(validTo ? { validTo } : {}) });
  }
}

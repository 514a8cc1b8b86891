import { describe, expect, it } from 'vitest';
import { setUnitState } from '../../../functions/organisation/set-unit-state.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { aUnit, login, otherProvider, units } from '../../support/people.ts';
import type { Interference } from '../../support/recorded-client.ts';
import { after, agreement, agreementDesk, asked, before, now, otherRegion } from './agreement-desk.ts';
import { beforeWriting, outcomeOf } from './outcome.ts';

const { world, privateAdmin, disconnect, ending, set } = await agreementDesk();

const own = 'TST5565594230-1090';

const activate = async (unitId = units.elsewhere, token = privateAdmin, interference?: Interference) => {
  const unit = unitId === own ? aUnit(own) : aUnit(unitId, { provider: otherProvider, underAgreement: true });
  await world.have(entities.unit, { ...unit, state: 'handed-out' });
  const sent = { params: { unitId }, body: { state: 'active' }, token, headers: { 'If-Match': '"1"' } };
  return outcomeOf(world, setUnitState, sent, interference);
};

describe('ORG-2 a private provider’s unit is activated only under an agreement in force with a connected region', () => {
  it.each([
    ['from long ago, for ever', {}, '200'],
    ['from this instant', { validFrom: now }, '200'],
    ['from the next millisecond', { validFrom: after }, '409 agreement-missing'],
    ['to the next millisecond', { validTo: after }, '200'],
    ['to this instant', { validTo: now }, '409 agreement-missing'],
    ['to the millisecond before', { validTo: before }, '409 agreement-missing'],
  ])('%s', async (_, times, expected) => {
    await world.have(entities.agreement, { ...agreement, ...times });
    expect(await activate()).toBe(expected);
  });

  it('also one that was written without milliseconds in the same second', async () => {
    expect(await set({ ...asked, validFrom: '2026-06-01T12:00:00Z' })).toBe('200');
    expect(await activate()).toBe('200');
    expect(await set({ ...asked, validTo: '2026-06-01T12:00:00Z' })).toBe('200');
    expect(await activate()).toBe('409 agreement-missing');
  });

  it('not without one', async () => {
    await world.lose(entities.agreement, agreement);
    expect(await activate()).toBe('409 agreement-missing');
  });

  it('not under one with another region', async () => {
    await world.lose(entities.agreement, agreement);
    const other = { ...agreement, region: otherRegion };
    await world.have(entities.agreement, other);
    expect(await activate()).toBe('409 agreement-missing');
    await world.lose(entities.agreement, other);
  });

  it('not when the region is disconnected', async () => {
    await disconnect();
    expect(await activate()).toBe('409 provider-not-connected');
  });

  it('not when either goes between the reading and the writing', async () => {
    const ended = beforeWriting(() => world.have(entities.agreement, { ...agreement, validTo: before }));
    expect(await activate(units.elsewhere, privateAdmin, ended)).toBe('409 agreement-missing');
    await world.have(entities.agreement, agreement);
    const disconnected = beforeWriting(() => disconnect());
    expect(await activate(units.elsewhere, privateAdmin, disconnected)).toBe('409 provider-not-connected');
  });

  it('never outlives the region’s own, whatever it says itself', async () => {
    await ending(after);
    expect(await activate()).toBe('200');
    await ending(now);
    expect(await activate()).toBe('409 provider-not-connected');
  });

  it('while the region’s own units stand on its service agreement alone', async () => {
    await world.lose(entities.agreement, agreement);
    expect(await activate(own, await login('careProviderAdmin'))).toBe('200');
    await ending(now);
    expect(await activate(own, await login('careProviderAdmin'))).toBe('409 provider-not-connected');
  });

  it('and is inactivated without one', async () => {
    await world.lose(entities.agreement, agreement);
    await world.have(
      entities.unit,
      aUnit(units.elsewhere, { provider: otherProvider, underAgreement: true }),
    );
    const sent = {
      ...{ params: { unitId: units.elsewhere }, body: { state: 'inactive' }, token: privateAdmin },
      headers: { 'If-Match': '"1"' },
    };
    expect(await outcomeOf(world, setUnitState, sent)).toBe('200');
  });
});

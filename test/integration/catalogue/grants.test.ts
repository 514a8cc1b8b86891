import { expect, it } from 'vitest';
import { routes } from '../../../functions/routes.ts';
import type { ClosedContract } from '../../../shared/contract/contract.ts';
import { found } from '../../../shared/domain/found.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { anApproval, login, loginResident, provider, residents, seedPeople } from '../../support/people.ts';
import { publishedMoment, publishedWith, succeed } from '../../support/story.ts';
import { allUseCases } from '../../support/use-cases.ts';
import { World } from '../../support/world.ts';
import { sampleFor } from '../access/samples.ts';
import { setScene } from '../access/scene.ts';
import { entryTag, reworded } from './catalogue-world.ts';

const contracts = routes
  .filter(({ context }) => context === 'catalogue')
  .flatMap(({ contract }) => (contract.caller === 'anyone' ? [] : [contract]));

const grantsIn = ({ operationId, grants }: ClosedContract): string[] =>
  grants.flatMap(({ table, actions, indexes = [] }) => [
    ...actions.map((action) => [operationId, table, action].join(' ')),
    ...indexes.map((index) => [operationId, table, 'Query', index].join(' ')),
  ]);

const tokenFor = ({ caller, permission }: ClosedContract): Promise<string> => {
  if (caller === 'resident') return loginResident('approved');
  if (permission === 'moment:publish' || permission === 'moment:read') return login('publisher');
  return login('careProviderAdmin');
};

it('SEC-5 every function of the catalogue uses all that it is granted', async () => {
  const world = await World.create();
  await seedPeople(world);
  const scene = await setScene(world, residents.approved);
  const useCases = await allUseCases();
  for (const contract of contracts) {
    const { operationId } = contract;
    const sent = await sampleFor(scene, operationId);
    await succeed(world, found(useCases.get(operationId)), { ...sent, token: await tokenFor(contract) });
  }
  // Approved under an earlier number: that it holds is demanded as the list is given.
  const [renumbered, earlier] = [world.personOf(residents.renumbered), world.personOf(residents.earlier)];
  await world.have(entities.approval, anApproval(world, residents.earlier));
  await world.have(entities.personLinks, { personKey: renumbered.key, earlier: [earlier] });
  await succeed(world, found(useCases.get('listOpenMoments')), {
    ...(await sampleFor(scene, 'listOpenMoments')),
    token: await loginResident('renumbered'),
  });
  // Deletions: words of a title that is another now, an offer withdrawn, and a search, whose second page reads the table itself.
  const momentId = await publishedMoment(world);
  await publishedWith(world, momentId, reworded, []);
  const publisher = await login('publisher');
  await succeed(world, found(useCases.get('setOffer')), {
    params: { momentId: scene.momentId },
    body: { offeredTo: [] },
    token: publisher,
    headers: await entryTag(world, scene.momentId),
  });
  // What is new is refused of a unit that is not active, and to nobody: an offer made, a moment put back.
  const tried: [string, object][] = [
    ['setOffer', { offeredTo: [provider] }],
    ['setCatalogueState', { state: 'unpublished' }],
    ['setCatalogueState', { state: 'published' }],
  ];
  for (const [operationId, body] of tried)
    await succeed(world, found(useCases.get(operationId)), {
      ...{ params: { momentId }, body, token: publisher },
      headers: await entryTag(world, momentId),
    });
  const { params } = await sampleFor(scene, 'listCatalogue');
  const search = async (more: Record<string, string> = {}) =>
    succeed(world, found(useCases.get('listCatalogue')), {
      ...{ params: params ?? {}, query: { text: 'må', ...more }, token: await login('careProviderAdmin') },
    });
  await search({ cursor: String((await search()).body['next']) });
  expect(contracts.flatMap(grantsIn).filter((grant) => !world.used.has(grant))).toEqual([]);
});

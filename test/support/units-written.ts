import type { UseCase } from '../../shared/http/use-case.ts';
import { clientCountingWrites } from '../bench/serving/counted-units.ts';
import { whenFileEnds } from './endings.ts';
import { succeed } from './story.ts';
import type { Sent, World } from './world.ts';

/** Write units that a request takes, by DynamoDB’s own account. */
export const unitsWrittenBy = async (world: World, useCase: UseCase, sent: Sent): Promise<number> => {
  const { client, written } = clientCountingWrites(world.connection);
  whenFileEnds(async () => client.destroy());
  await succeed(world.through(client), useCase, sent);
  return written();
};

import type { UseCase } from '../../../shared/http/use-case.ts';
import type { Interference } from '../../support/recorded-client.ts';
import type { Sent, World } from '../../support/world.ts';

/** Status and, where refused, the problem’s code. */
export const outcomeOf = async (
  world: World,
  useCase: UseCase,
  sent: Sent,
  interference?: Interference,
): Promise<string> => {
  const { status, body } = await world.call(useCase, sent, interference);
  return `${status} ${body.code ?? ''}`.trim();
};

/** Something that another request does between this one’s reading and its writing. */
export const beforeWriting = (act: () => Promise<void>): Interference => ({
  before: ({ command }) => (command === 'TransactWriteItemsCommand' ? act() : undefined),
});

import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { routes } from '../../../functions/routes.ts';
import { isReplayable } from '../../../shared/contract/contract.ts';
import { loadUseCase } from '../../support/use-cases.ts';

const replayable = routes.filter(({ contract }) => isReplayable(contract));

/** An address somebody could open, or who somebody is. */
const mayNotLieAbout = (response: z.ZodType): boolean =>
  /"format":"uri"|"personnummer"/.test(
    JSON.stringify(z.toJSONSchema(response, { io: 'input', unrepresentable: 'any' })),
  );

describe('CARE-7 what is kept for a repeat', () => {
  it('is known where it would open something or tell who somebody is', () => {
    const telling = replayable.filter(({ contract }) => mayNotLieAbout(contract.response));
    expect(telling.map(({ contract }) => contract.operationId)).toContain('createMediaUpload');
  });

  it.each(replayable.map((route) => [route.contract.operationId, route] as const))(
    'of %s opens nothing and tells of nobody: such an answer is made anew',
    async (_, route) => {
      const useCase = await loadUseCase(route);
      const again = useCase.kind === 'write' && useCase.steps.again !== undefined;
      expect(again || !mayNotLieAbout(route.contract.response)).toBe(true);
    },
  );
});

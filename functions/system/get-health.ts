import { httpHandler } from '../../shared/http/http-handler.ts';
import { publicUseCase } from '../../shared/http/use-case.ts';
import { getHealth as contract } from './contracts.ts';

export const getHealth = publicUseCase(contract, {
  async answer({ organisation }) {
    await organisation.unit('SE0000000000-HEALTH');
    return { body: { status: 'ok' as const } };
  },
});

export const handler = httpHandler(getHealth);

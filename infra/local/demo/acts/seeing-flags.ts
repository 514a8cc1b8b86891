import type { PersonaName } from '../../identity/personas.ts';
import { take, takeSilently } from '../client.ts';

interface Flag {
  readonly formId: string;
  readonly page?: string;
  readonly flagId: string;
  readonly level: string;
  readonly resultId: string;
  readonly acknowledged?: object;
}

const seeIn = async (as: PersonaName, instanceId: string): Promise<void> => {
  const request = `GET /instances/${instanceId}/flags` as const;
  const { body } = await takeSilently({ says: 'reads the flags', as, request, expect: 200 });
  const flags = (body['flags'] as readonly Flag[]).filter(
    (one) => one.level === 'urgent' && !one.acknowledged,
  );
  for (const { formId, page, flagId, resultId } of flags) {
    const query = page === undefined ? '' : `?page=${page}`;
    await take({
      says: `sees that ${flagId} was raised`,
      as,
      request: `POST /instances/${instanceId}/forms/${formId}/flags/${flagId}/acknowledgements${query}`,
      body: { resultId },
      expect: 201,
    });
  }
};

/** A practitioner sees all that is urgent in their moments on a unit: before that none of them is put away. */
export const seeAllUrgent = async (as: PersonaName, unitId: string): Promise<void> => {
  const { body } = await take({
    says: 'the practitioner looks for what is urgent',
    as,
    request: `GET /units/${unitId}/instances/mine?limit=100`,
    expect: 200,
  });
  const rows = body['instances'] as { readonly instanceId: string; readonly priority: string }[];
  for (const { instanceId, priority } of rows) if (priority === 'urgent') await seeIn(as, instanceId);
};

import type { PersonaName } from '../../../infra/local/identity/personas.ts';
import type { Answer, Ask } from '../serving/http-client.ts';

/** One request of the tour: who asks for what, and the status it must have. */
interface Stop {
  readonly as: PersonaName;
  readonly request: `${Ask['method']} /${string}`;
  readonly status: Ask['status'];
  readonly etag?: string | undefined;
  readonly body?: unknown;
}

/** Makes the request and keeps what it took under the operationId; of several, the last counts. */
export type Visit = (operationId: string, stop: Stop) => Promise<Answer>;

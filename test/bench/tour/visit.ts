import { routes } from '../../../functions/routes.ts';
import { exampleScene, type SampleScene } from '../../../functions/sample-scene.ts';
import { sampleOf } from '../../../functions/samples.ts';
import { people, privateProvider, region, staff, units } from '../../../infra/local/data/demo-data.ts';
import type { PersonaName } from '../../../infra/local/identity/personas.ts';
import { found } from '../../../shared/domain/found.ts';
import { answersOf, moduleIdOf, momentVersion, programme, rating } from '../population/programme.ts';
import { formVersionOf } from '../population/published-programme.ts';
import type { Answer, Ask } from '../serving/http-client.ts';

/** What differs from the tour’s scene in one request. */
type Differing = { readonly [Name in keyof SampleScene]?: SampleScene[Name] | undefined };

/** Sends the sample request of an operation as somebody and keeps what it took; of several, the last counts. */
export type Visit = (operationId: string, as: PersonaName, differing?: Differing) => Promise<Answer>;

const scene: SampleScene = {
  ...exampleScene,
  ...{ providerId: region, privateProviderId: privateProvider, unitId: units.care },
  ...{ staff: staff.dataAdmin, practitioner: staff.practitioner },
  ...{ resident: people.resident, proxy: people.proxy },
  until: new Date(Date.now() + 365 * 86_400_000).toISOString(),
  ...{ content: programme, momentVersion, moduleId: moduleIdOf(rating) },
  ...{
    form: rating,
    formId: rating.formId,
    formVersion: formVersionOf(rating.formId),
    answers: answersOf(1),
  },
};

/** The sample request over HTTP, and the status it must have. */
export const stopAt = (operationId: string, differing: Differing = {}): Omit<Ask, 'token'> => {
  const { contract } = found(routes.find((route) => route.contract.operationId === operationId));
  const { params, query, body, headers } = sampleOf(contract, { ...scene, ...differing } as SampleScene);
  const path = contract.path.replace(/\{(\w+)\}/g, (_, name: string) => found(params?.[name]));
  return {
    method: contract.method,
    path: query ? `${path}?${new URLSearchParams(query)}` : path,
    headers: headers ?? {},
    body,
    status: contract.status,
  };
};

import type { Contract, RequestSample } from '../shared/contract/contract.ts';
import { samples as audit } from './audit/samples.ts';
import { samples as forms } from './authoring/forms/samples.ts';
import { samples as modules } from './authoring/modules/samples.ts';
import { samples as moments } from './authoring/moments/samples.ts';
import { samples as tests } from './authoring/tests/samples.ts';
import { samples as answers } from './care/answers/samples.ts';
import { samples as categories } from './care/categories/samples.ts';
import { samples as comments } from './care/comments/samples.ts';
import { samples as flags } from './care/flags/samples.ts';
import { samples as instances } from './care/instances/samples.ts';
import { samples as lists } from './care/lists/samples.ts';
import { samples as messages } from './care/messages/samples.ts';
import { samples as pages } from './care/pages/samples.ts';
import { samples as participants } from './care/participants/samples.ts';
import { samples as plan } from './care/plan/samples.ts';
import { samples as activations } from './catalogue/activations/samples.ts';
import { samples as openMoments } from './catalogue/open-moments/samples.ts';
import { samples as publishing } from './catalogue/publishing/samples.ts';
import { samples as media } from './media/samples.ts';
import { samples as information } from './organisation/information/samples.ts';
import { samples as organisation } from './organisation/samples.ts';
import { samples as mandates } from './people/mandates/samples.ts';
import { samples as people } from './people/samples.ts';
import { exampleScene, type Sample, type SampleScene } from './sample-scene.ts';
import { samples as staffing } from './staffing/samples.ts';

/** By operationId, what its request says beside path and version. */
export const samples: Readonly<Record<string, Sample>> = {
  ...organisation,
  ...information,
  ...staffing,
  ...people,
  ...mandates,
  ...moments,
  ...modules,
  ...forms,
  ...tests,
  ...media,
  ...publishing,
  ...activations,
  ...openMoments,
  ...instances,
  ...lists,
  ...categories,
  ...participants,
  ...plan,
  ...answers,
  ...pages,
  ...messages,
  ...comments,
  ...flags,
  ...audit,
};

const pathIn = (scene: SampleScene, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    Object.entries(scene).flatMap(([name, value]) => (names.includes(name) ? [[name, String(value)]] : [])),
  );

/**
 * A request of the operation that succeeds where the scene is as it says and the right person asks. The document, the tests of
 * who may do what and the bench all send this one.
 */
export const sampleOf = (
  { operationId, params, ifMatch }: Contract,
  scene: SampleScene = exampleScene,
): RequestSample => ({
  ...(params ? { params: pathIn(scene, Object.keys(params.shape)) } : {}),
  ...samples[operationId]?.(scene),
  ...(ifMatch ? { headers: { 'If-Match': scene.etag } } : {}),
});

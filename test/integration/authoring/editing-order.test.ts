import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { saveStep } from '../../../functions/authoring/modules/save-step.ts';
import { deleteDraft } from '../../../functions/authoring/moments/delete-draft.ts';
import { draftFromVersion } from '../../../functions/authoring/moments/draft-from-version.ts';
import { exportToPublisher } from '../../../functions/authoring/moments/export-to-publisher.ts';
import { recallExport } from '../../../functions/authoring/moments/recall-export.ts';
import { recordVerdict } from '../../../functions/authoring/tests/record-verdict.ts';
import { startTest } from '../../../functions/authoring/tests/start-test.ts';
import { publishVersion } from '../../../functions/catalogue/publishing/publish-version.ts';
import { sendBack } from '../../../functions/catalogue/publishing/send-back.ts';
import { majorOf } from '../../../shared/domain/moment/version.ts';
import type { UseCase } from '../../../shared/http/use-case.ts';
import { outcomesInAnyOrder } from '../../support/any-order.ts';
import { says } from '../../support/editing.ts';
import { hsaIdOf, login, seedPeople } from '../../support/people.ts';
import { runs } from '../../support/property-runs.ts';
import { savedMoment } from '../../support/story.ts';
import { type Received, type Sent, World } from '../../support/world.ts';
import { type Act, anyAct, anyActs, everyWay, type Model, stepOf, type Who } from './moment-model.ts';

let world: World;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
});

/** A moment that people do things to, with what each of them remembers. */
interface Scene {
  readonly momentId: string;
  readonly testIds: Map<Who, string>;
}

const newScene = async (): Promise<Scene> => ({
  momentId: (await savedMoment(world)).params.momentId,
  testIds: new Map(),
});
const atFirst: Model = {
  ...{ state: 'draft', revision: 1, verdicts: {}, tested: {}, changed: 'nothing', minors: {} },
};

const noTest = '01936a0e-0000-7000-8000-00000000ffff';
let words = 0;

/** The request that does it, with what the one who sends it has just read. */
const requestFor = async ({ momentId, testIds }: Scene, act: Act): Promise<readonly [UseCase, Sent]> => {
  const { moments } = world.runtime.stores;
  const ifMatch = (part: { version: number } | undefined) => ({
    'If-Match': act.late ? '"0"' : `"${part?.version ?? 1}"`,
  });
  const common = { params: { momentId }, token: await login(act.by) };
  const onHead = { ...common, headers: ifMatch(await moments.moment(momentId)) };
  switch (act.do) {
    case 'save': {
      words += 1;
      const isNew = act.what === 'structure';
      const moduleId = isNew ? 'follow-up' : 'start';
      const params = { momentId, moduleId, stepId: isNew ? `nytt-${words}` : 'start-why' };
      const body = { ...says(`ord ${words}`), ...(isNew ? { sectionId: 'follow-up-mood' } : {}) };
      return [
        saveStep,
        { ...common, params, body, headers: ifMatch(await moments.draftModule(momentId, moduleId)) },
      ];
    }
    case 'open': {
      const { major, discard } = act;
      const entry = await moments.catalogueEntry(momentId);
      const momentVersion =
        entry?.value.versions.find((version) => majorOf(version) === major) ?? `${major}.0`;
      return [draftFromVersion, { ...onHead, body: { momentVersion, ...(discard ? { discard } : {}) } }];
    }
    case 'test':
      return [startTest, common];
    case 'verdict': {
      const { as, approved } = act;
      return [recordVerdict, { ...onHead, body: { as, approved, testId: testIds.get(act.by) ?? noTest } }];
    }
    case 'export':
      return [exportToPublisher, onHead];
    case 'recall-export':
      return [recallExport, onHead];
    case 'send-back':
      return [sendBack, { ...onHead, body: { comments: [{ text: 'Ändra' }] } }];
    case 'publish':
      return [publishVersion, { ...onHead, body: {} }];
    case 'delete':
      return [deleteDraft, onHead];
  }
};

const outcomeIn = ({ testIds }: Scene, act: Act, { status, body }: Received): string => {
  if (act.do === 'test' && status === 201) testIds.set(act.by, String(body['testId']));
  return `${status} ${body.code ?? ''}`.trim();
};

const tried = async (scene: Scene, act: Act): Promise<string> =>
  outcomeIn(scene, act, await world.call(...(await requestFor(scene, act))));

/** What the table holds, in the words that `known` has of the model. */
const tableOf = async ({ momentId }: Scene) => {
  const head = (await world.all('moments')).find(
    ({ pk, sk }) => pk === `MOMENT#${momentId}` && sk === 'DRAFT',
  );
  const { state, revision, verdicts, exportedBy, latest } = head ?? {};
  const { moments } = world.runtime.stores;
  const [entry, draft] = await Promise.all([moments.catalogueEntry(momentId), moments.draft(momentId)]);
  const basis = draft?.basis?.value.published.momentVersion;
  const approved = Object.entries(Object(verdicts)).map(([role, verdict]) => [
    role,
    Object(verdict).approved,
  ]);
  const versions = entry?.value.versions ?? [];
  return { state, revision, verdicts: Object.fromEntries(approved), exportedBy, latest, versions, basis };
};

const known = ({ state, revision, verdicts, exportedBy, latest, minors, major }: Model) => ({
  ...{ state, revision, verdicts, latest },
  versions: Object.entries(minors)
    .map((parts) => parts.join('.'))
    .toReversed(),
  basis: major && `${major}.${minors[major]}`,
  exportedBy: exportedBy && hsaIdOf(exportedBy),
});

describe('AUT-6 AUT-7 AUT-8 PUB-1 PUB-2 the ways of a moment', () => {
  it('are those of the model and no others, in whatever order people do things', async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(anyActs, async (acts) => {
        const scene = await newScene();
        let model = atFirst;
        for (const act of acts) {
          const expected = stepOf(model, act);
          expect(await tried(scene, act), JSON.stringify(act)).toBe(expected.outcome);
          seen.add(`${act.do} ${expected.outcome}`);
          model = expected.model;
        }
        expect(await tableOf(scene)).toEqual(known(model));
      }),
      { numRuns: everyWay.length + runs(40), examples: everyWay.map((acts) => [acts]) },
    );
    // The orders were not all refusals.
    const ways = ['save 200', 'verdict 201', 'export 201', 'recall-export 201', 'publish 201'];
    for (const way of [...ways, 'send-back 201', 'open 201', 'delete 200']) expect([...seen]).toContain(way);
  }, 240_000);

  it('are those of some order, where several people act in the same instant', async () => {
    const together = fc.array(anyAct, { minLength: 2, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(anyActs, together, async (before, acts) => {
        const scene = await newScene();
        let model = atFirst;
        for (const act of before) {
          await tried(scene, act);
          model = stepOf(model, act).model;
        }
        const requests = await Promise.all(acts.map((act) => requestFor(scene, act)));
        const received = await Promise.all(requests.map((request) => world.call(...request)));
        const done = acts.filter((_, at) => (received[at]?.status ?? 500) < 300);
        const codes = received.map(({ status, body }) => `${status} ${body.code ?? ''}`);
        expect(
          outcomesInAnyOrder(stepOf, model, done).map(known),
          JSON.stringify([acts, codes]),
        ).toContainEqual(await tableOf(scene));
      }),
      { numRuns: runs(40) },
    );
  }, 240_000);
});

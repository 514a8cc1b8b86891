import { units } from '../../data/demo-data.ts';
import { type MomentPath, publish, saveStep, testAndExport } from '../acts/editing.ts';
import { chapter, see, take, takeSilently } from '../client.ts';

const opened = (instanceId: string) =>
  takeSilently({
    says: 'the resident opens the moment',
    as: 'resident',
    request: `GET /me/instances/${instanceId}`,
    expect: 200,
  });

const shownModule = async (instanceId: string, momentId: string, moduleId: string): Promise<string> => {
  const { body } = await opened(instanceId);
  const query = `momentId=${momentId}&momentVersion=${body['momentVersion']}`;
  const module = await takeSilently({
    says: 'the resident opens the module',
    as: 'resident',
    request: `GET /me/instances/${instanceId}/modules/${moduleId}?${query}`,
    expect: 200,
  });
  return JSON.stringify(module.body);
};

const words = 'Dina svar stannar hos din mottagning, och ingen annan läser dem.';
const step = (text: string) => ({
  title: 'Varför frågar vi?',
  blocks: [
    { type: 'heading', level: 2, text: 'Först en skattning' },
    { type: 'paragraph', text: [{ text }] },
  ],
});

const rewrite = async (path: MomentPath, momentId: string, instanceId: string): Promise<void> => {
  chapter('Other words are a minor version, and reach who is in the middle of it');
  await saveStep(path, {
    says: 'the designer writes a step in other words',
    ...{ moduleId: 'start', stepId: 'start-why', body: step(words) },
  });
  await testAndExport(path);
  const { body } = await publish(path, {}, { says: 'the publisher publishes it', expect: 201 });
  see('it is version 1.1', body['momentVersion'] === '1.1', body);
  const before = await shownModule(instanceId, momentId, 'start');
  see('nobody sees it before it is activated', !before.includes(words), before);
  const activation = `/units/${units.care}/activations` as const;
  const listed = await takeSilently({
    says: 'looks what is active on the unit',
    as: 'careProviderAdmin',
    request: `GET ${activation}?limit=100`,
    expect: 200,
  });
  const active = (listed.body['activations'] as Record<string, unknown>[]).find(
    (one) => one['momentId'] === momentId,
  );
  await take({
    says: 'the care provider administrator activates the minor version',
    as: 'careProviderAdmin',
    request: `POST ${activation}/${momentId}/1/minor`,
    headers: { 'if-match': String(active?.['etag']) },
    body: { minor: 1 },
    expect: 201,
  });
  const after = await shownModule(instanceId, momentId, 'start');
  see('the resident who is in the middle of it reads the new words', after.includes(words), after);
};

const rebuild = async (path: MomentPath, momentId: string, instanceId: string): Promise<void> => {
  chapter('Another structure is a major version, and leaves who is in the middle of it alone');
  await saveStep(path, {
    says: 'the designer adds a step',
    ...{ moduleId: 'start', stepId: 'start-more', body: { ...step('Mer'), sectionId: 'start-mood' } },
  });
  await testAndExport(path);
  const refused = await publish(
    path,
    { expected: 'minor' },
    { says: 'it is no minor version', expect: 'structural-change' },
  );
  see('and is told what made it so', JSON.stringify(refused.body).includes('/modules/start'), refused.body);
  const { body } = await publish(path, {}, { says: 'the publisher publishes it', expect: 201 });
  see('it is version 2.0', body['momentVersion'] === '2.0', body);
  await take({
    says: 'the care provider administrator activates the major version beside the other',
    as: 'careProviderAdmin',
    request: `POST /units/${units.care}/activations`,
    body: { momentId, momentVersion: '2.0' },
    expect: 201,
  });
  const running = await opened(instanceId);
  see('what runs stays on version 1', running.body['momentVersion'] === '1.1', running.body);
};

/** Version 1.1 reaches a running instance; 2.0 does not. */
export const publishVersions = async (momentId: string, instanceId: string): Promise<void> => {
  const path: MomentPath = `/moments/${momentId}`;
  await rewrite(path, momentId, instanceId);
  await rebuild(path, momentId, instanceId);
};

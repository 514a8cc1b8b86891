import { people, staff, units } from '../../data/demo-data.ts';
import { draftOf, type MomentPath, publish, saveStep, testAndExport } from '../acts/editing.ts';
import { chapter, see, take, takeSilently } from '../client.ts';
import { phq9 } from '../facts/content.ts';

interface Running {
  readonly path: MomentPath;
  readonly momentId: string;
  readonly instanceId: string;
}

const forResidents = 'En övning i momentet hade ett fel. Gör den inte förrän din behandlare har hört av sig.';
const reason = 'Steget ”Varför frågar vi?” ger fel råd.';

const mendedText = '/modules/start/steps/start-why/blocks/0/text';

const shownTo = async (as: 'resident' | 'practitioner', { instanceId }: Running) => {
  const path = as === 'resident' ? `/me/instances/${instanceId}` : `/instances/${instanceId}`;
  const request = `GET ${path as `/${string}`}` as const;
  return (await takeSilently({ says: `the ${as} opens the moment`, as, request, expect: 200 })).body;
};

const stop = async (running: Running): Promise<void> => {
  const { path, momentId } = running;
  await take({
    says: 'the publisher recalls version 1.1, everywhere at once',
    as: 'publisher',
    request: `POST ${path}/recalls`,
    body: { momentVersion: '1.1', reason, textForResidents: forResidents },
    expect: 201,
  });
  await take({
    says: 'nobody is started on it any more',
    as: 'practitioner',
    request: `POST /units/${units.care}/instances`,
    body: { personnummer: people.resident, momentId, major: 1, practitioner: staff.practitioner },
    expect: 'version-recalled',
  });
  const told = await shownTo('resident', running);
  const isTold = JSON.stringify(told['recall']).includes(forResidents);
  see('the resident is told in words for them, and nothing else', isTold, told['recall']);
  const toStaff = JSON.stringify((await shownTo('practitioner', running))['recall']);
  see('the practitioner is told why', toStaff.includes(reason), toStaff);
  await take({
    says: 'who recalled it does not lift that alone',
    as: 'publisher',
    request: `POST ${path}/recalls/1.1/lifts`,
    body: { reason: 'Det var nog inget fel.' },
    expect: 'recall-by-you',
  });
};

/** The words of the first question's first two options, the other way round. */
const exchanged = () => {
  const [page, ...pages] = phq9.pages;
  const [question, ...questions] = page?.questions ?? [];
  if (question?.type !== 'single-choice') throw new Error('PHQ-9 begins with a choice');
  const [one, other, ...options] = question.options;
  const turned = [{ ...one, label: other?.label }, { ...other, label: one?.label }, ...options];
  return {
    ...phq9,
    pages: [{ ...page, questions: [{ ...question, options: turned }, ...questions] }, ...pages],
  };
};

const tryExchange = async (path: MomentPath): Promise<void> => {
  const request = `${path}/draft/forms/phq-9` as const;
  const opened = await takeSilently({
    ...{ says: 'opens the form', as: 'designer', request: `GET ${request}`, expect: 200 },
  });
  const saved = await take({
    says: 'lets two options of PHQ-9 change words with one another',
    as: 'designer',
    request: `PUT ${request}`,
    headers: { 'if-match': opened.etag },
    body: { form: exchanged() },
    expect: 200,
  });
  const { body } = await take({
    ...{ says: 'asks what differs', as: 'designer', request: `GET ${path}/draft/differences`, expect: 200 },
  });
  see('it would be a new major, and it is said why', body['nextVersion'] === '3.0', body['differences']);
  await take({
    says: 'and takes it back',
    as: 'designer',
    request: `POST ${path}/draft/undos`,
    body: { saveId: saved.body['saveId'] },
    expect: 201,
  });
};

const mend = async ({ path }: Running, words: string): Promise<void> => {
  await take({
    says: 'the designer goes on from version 1.1, though 2.0 is out',
    as: 'designer',
    request: `POST ${path}/draft/openings`,
    headers: { 'if-match': (await draftOf(path)).etag },
    body: { momentVersion: '1.1' },
    expect: 201,
  });
  await tryExchange(path);
  await saveStep(path, {
    says: 'writes what is right, with a number to ring',
    ...{ moduleId: 'start', stepId: 'start-why' },
    body: {
      title: 'Varför frågar vi?',
      blocks: [{ type: 'paragraph', text: [{ text: words }, { text: '1177', href: 'tel:1177' }] }],
    },
  });
  await testAndExport(path);
  const { body } = await publish(
    path,
    { expected: 'minor', mends: true },
    { says: 'the publisher publishes what mends it', expect: 201 },
  );
  see('it is version 1.2', body['momentVersion'] === '1.2', body);
};

const activate = async (running: Running): Promise<void> => {
  const activations = `/units/${units.care}/activations` as const;
  const waiting = await take({
    says: 'the care provider administrator sees what waits on the unit',
    as: 'careProviderAdmin',
    request: `GET ${activations}?state=waiting&limit=100`,
    expect: 200,
  });
  const row = (waiting.body['activations'] as Record<string, unknown>[]).find(
    ({ momentId, momentVersion }) => momentId === running.momentId && momentVersion === '1.1',
  );
  see('version 1.2 waits there', row?.['waits'] === '1.2', row);
  const compared = await take({
    ...{ says: 'asks what it would change there', as: 'careProviderAdmin', expect: 200 },
    request: `GET ${activations}/${running.momentId}/1/minor`,
  });
  const changed = compared.body['differences'] as Record<string, unknown>[];
  const places = changed.map(({ pointer }) => pointer);
  see('it is one step, and it is said which text in it', places.includes(mendedText), changed);
  await take({
    says: 'and activates it',
    as: 'careProviderAdmin',
    request: `POST ${activations}/${running.momentId}/1/minor`,
    headers: { 'if-match': String(row?.['etag']) },
    body: { minor: 2 },
    expect: 201,
  });
  const told = await shownTo('resident', running);
  const isOver = told['momentVersion'] === '1.2' && told['recall'] === undefined;
  see('the resident has the mended version, and the warning is gone', isOver, told);
};

/** A recalled version is mended in the major that runs. */
export const mendMistake = async (momentId: string, instanceId: string): Promise<void> => {
  chapter('A mistake is mended');
  const running: Running = { path: `/moments/${momentId}`, momentId, instanceId };
  await stop(running);
  await mend(running, 'Dina svar hjälper din behandlare. Mår du dåligt i kväll: ring ');
  await activate(running);
};

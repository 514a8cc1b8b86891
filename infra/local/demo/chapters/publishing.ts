import { privateProvider, region, units } from '../../data/demo-data.ts';
import { approve } from '../acts/editing.ts';
import { chapter, see, take } from '../client.ts';
import { moodProgramme } from '../facts/content.ts';
import { illustrate } from './illustrating.ts';
import { uploadMedia } from './media.ts';

/** From an empty draft to a moment that is active on a unit. Gives the moment's id. */
export const publishMoment = async (): Promise<string> => {
  chapter('A designer builds a moment');
  const created = await take({
    says: 'the designer creates a moment on the publisher unit',
    as: 'designer',
    request: `POST /units/${units.publisher}/moments`,
    body: { title: moodProgramme.title, kind: moodProgramme.kind },
    expect: 201,
  });
  const path = `/moments/${created.body['momentId']}` as const;
  const saved = await take({
    says: 'saves two modules with å, ä, ö and 🌻, and PHQ-9 in both',
    as: 'designer',
    request: `PUT ${path}/draft`,
    headers: { 'if-match': created.etag },
    body: { content: moodProgramme },
    expect: 200,
  });
  see(
    'is warned that the modules share the form’s answers',
    JSON.stringify(saved.body['warnings']).includes('form-shared'),
    saved.body,
  );
  const etag = await testAndExport(path, await illustrate(path, await uploadMedia(path)));
  await publish(path, etag);
  await activate(String(created.body['momentId']));
  return String(created.body['momentId']);
};

const testAndExport = async (path: `/moments/${string}`, draft: string): Promise<string> => {
  chapter('Designer and practitioner test it, and the publisher gets it');
  const exporting = { as: 'designer', request: `POST ${path}/exports` } as const;
  await take({
    ...exporting,
    says: 'cannot export before it is tested',
    headers: { 'if-match': draft },
    expect: 'verdicts-missing',
  });
  await approve('designer', path);
  const approved = await approve('practitioner', path);
  await take({
    says: 'a publisher cannot publish what was not exported',
    as: 'publisher',
    request: `POST ${path}/versions`,
    headers: { 'if-match': approved },
    body: { offeredTo: [region] },
    expect: 'moment-not-exported',
  });
  const exported = await take({
    ...exporting,
    says: 'the designer exports it to the publisher',
    headers: { 'if-match': approved },
    expect: 201,
  });
  return exported.etag;
};

const publish = async (path: `/${string}`, etag: string): Promise<void> => {
  chapter('It is published and activated');
  const published = await take({
    says: 'the publisher publishes it for the region and the private provider',
    as: 'publisher',
    request: `POST ${path}/versions`,
    headers: { 'if-match': etag },
    body: { offeredTo: [region, privateProvider] },
    expect: 201,
  });
  see('it is version 1.0', published.body['momentVersion'] === '1.0', published.body);
};

const activate = async (momentId: string): Promise<void> => {
  await take({
    says: 'the care provider administrator activates it on Psykiatrimottagningen Söder',
    as: 'careProviderAdmin',
    request: `POST /units/${units.care}/activations`,
    body: { momentId, momentVersion: '1.0' },
    expect: 201,
  });
};

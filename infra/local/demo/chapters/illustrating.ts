import { draftOf, type MomentPath, moduleOf, saveStep } from '../acts/editing.ts';
import { chapter, see, take, takeSilently } from '../client.ts';
import type { Uploaded } from './media.ts';

const blocks = ({ image, sound, film, document }: Uploaded, alternativeText: object) => [
  { type: 'quotation', text: [{ text: 'Ett steg i taget.' }], source: 'Gammalt ordspråk' },
  { type: 'image', mediaId: image, ...alternativeText },
  { type: 'sound', mediaId: sound, title: 'En lugn ton', transcript: 'En ton i två sekunder.' },
  {
    type: 'film',
    mediaId: film,
    title: 'Andas',
    captions: [{ from: 0, to: 2, text: 'Andas in, andas ut.' }],
  },
  { type: 'document', mediaId: document, title: 'Övningsblad' },
];

const step = { moduleId: 'start', stepId: 'start-media' };

const findingsOf = async (path: MomentPath): Promise<string> => {
  const { body } = await takeSilently({
    says: 'has the draft checked',
    as: 'designer',
    request: `GET ${path}/draft/check`,
    expect: 200,
  });
  return JSON.stringify(body['findings']);
};

/** Puts the media in a step of their own, first as they should not be. Gives the draft's ETag. */
export const illustrate = async (path: MomentPath, uploaded: Uploaded): Promise<string> => {
  chapter('The designer shows them in a step, and has the draft checked');
  const before = await moduleOf(path, step.moduleId);
  const said = { title: 'Se och lyssna', sectionId: 'start-mood' };
  await saveStep(path, {
    ...{ ...step, says: 'saves a step with a picture that nobody has described' },
    body: { ...said, blocks: blocks(uploaded, {}) },
  });
  await take({
    says: 'another designer, who read the module before that, is told so and loses nothing',
    as: 'designer',
    request: `PUT ${path}/draft/modules/${step.moduleId}/steps/start-why`,
    headers: { 'if-match': before.etag },
    body: { title: 'Varför frågar vi?', blocks: [] },
    expect: 'version-mismatch',
  });
  const wrong = await findingsOf(path);
  see('the check says where', wrong.includes('/modules/start/steps/start-media/blocks/1'), wrong);
  see('  and what', wrong.includes('alternative-text-missing'), wrong);
  await saveStep(path, {
    ...{ ...step, says: 'describes the picture' },
    body: { ...said, blocks: blocks(uploaded, { alternativeText: 'En stig genom en grön skog' }) },
  });
  const right = await findingsOf(path);
  see('the check finds no error any more', !right.includes('"error"'), right);
  const medium = await takeSilently({
    says: 'looks at the picture',
    as: 'designer',
    request: `GET ${path}/media/${uploaded.image}`,
    expect: 200,
  });
  await take({
    says: 'cannot remove a picture that the draft shows',
    as: 'designer',
    request: `DELETE ${path}/media/${uploaded.image}`,
    headers: { 'if-match': medium.etag },
    expect: 'media-in-use',
  });
  return (await draftOf(path)).etag;
};

import { announcing, judged, sendTo, upload } from '../acts/uploading.ts';
import { chapter, see, take } from '../client.ts';
import { type SampleFile, sampleFiles } from '../facts/sample-files.ts';

/** Ids of what was uploaded and found good. */
export interface Uploaded {
  readonly image: string;
  readonly sound: string;
  readonly film: string;
  readonly document: string;
}

type Path = `/moments/${string}`;

const uploadGood = async (path: Path): Promise<Uploaded> => {
  const files = await sampleFiles();
  const ids: Record<string, string> = {};
  for (const [kind, file] of Object.entries(files)) {
    const { body } = await upload(path, file, `uploads ${file.name}, ${file.bytes.length} bytes`);
    see('  it is looked at and found good', body['state'] === 'available', body);
    ids[kind] = String(body['mediaId']);
  }
  const { image = '', sound = '', film = '', document = '' } = ids;
  return { image, sound, film, document };
};

const composed = 'Årsmöte – bäst före 🎉.png'.normalize('NFC');

/** What the designer's file is called, and what it is called afterwards. */
const awkwardNames: readonly (readonly [says: string, given: string, kept: string | undefined])[] = [
  ['å, ä, ö and an emoji, composed', composed, composed],
  ['the same, decomposed', composed.normalize('NFD'), composed],
  ['a path', '../../x.png', 'x.png'],
  ['a character that turns the text around', 'bild\u202egnp.png', 'bildgnp.png'],
  ['a name that Windows keeps for itself', 'con.png', undefined],
  ['300 characters', `${'å'.repeat(296)}.png`, undefined],
];

const tryNames = async (path: Path, image: SampleFile): Promise<void> => {
  chapter('File names are cleaned and stay readable');
  for (const [says, name, kept] of awkwardNames) {
    const { body } = await upload(path, { ...image, name }, says);
    const fileName = String(body['fileName']);
    const fits = kept === undefined ? fileName.endsWith('.png') && fileName !== name : fileName === kept;
    see(`  comes back as ${[...fileName].length > 60 ? `${fileName.slice(0, 20)}…` : fileName}`, fits, body);
  }
};

const tryRefusals = async (path: Path, image: SampleFile): Promise<void> => {
  chapter('What is no medium is refused, each with its own reason');
  const refuse = async (says: string, file: Partial<SampleFile>, code: string, more: object = {}) => {
    const { body, request, as } = announcing(path, { ...image, ...file });
    const { body: answer } = await take({
      ...{ says, as, request, body: { ...body, ...more } },
      expect: code === 'validation-failed' ? code : 'media-refused',
    });
    see(`  the reason is ${code}`, JSON.stringify(answer).includes(code), answer);
  };
  await refuse('11 MB of picture', {}, 'media-too-large', { bytes: 11_000_000 });
  await refuse('an empty file', { bytes: Buffer.alloc(0) }, 'media-empty');
  await refuse('SVG', { name: 'bild.svg', contentType: 'image/svg+xml' }, 'media-type-not-allowed');
  await refuse('HTML', { name: 'sida.html', contentType: 'text/html' }, 'media-type-not-allowed');
  await refuse('a picture called .mp4', { name: 'film.mp4' }, 'media-ending-mismatch');
  await refuse('a name of 1 001 characters', { name: `${'a'.repeat(997)}.png` }, 'validation-failed');
};

const tryTheStore = async (path: Path, image: SampleFile): Promise<void> => {
  chapter('The store itself refuses what was not announced, and what was is looked at');
  const ticket = () => take({ ...announcing(path, image), says: 'announces a picture', expect: 201 });
  const larger = await sendTo(await ticket(), Buffer.concat([image.bytes, Buffer.alloc(1)]));
  see(`  a byte more than announced → ${larger}`, larger.endsWith('EntityTooLarge'), larger);
  const other = await sendTo(await ticket(), Buffer.alloc(image.bytes.length, 1));
  see(`  as many bytes, but others → ${other}`, other.startsWith('4'), other);
  const reject = async (says: string, file: SampleFile, reason: string) => {
    const { body } = await upload(path, file, says);
    see(`  it is rejected: ${reason}`, JSON.stringify(body['rejection']).includes(reason), body);
  };
  const html = Buffer.from('<!doctype html><script>alert(1)</script>');
  await reject('HTML called .png', { ...image, bytes: html }, 'unknown-bytes');
  await reject(
    'a picture called film.mp4 that says it is a film',
    { ...image, name: 'film.mp4', contentType: 'video/mp4' },
    'wrong-bytes',
  );
};

/** Fetches by the link and compares. */
const download = async (path: Path, mediaId: string, image: SampleFile): Promise<void> => {
  const { body } = await judged(path, mediaId);
  const url = String(body['url']);
  const response = await fetch(url);
  const same = Buffer.from(await response.arrayBuffer()).equals(image.bytes);
  const disposition = response.headers.get('content-disposition') ?? '';
  see(`the link gives the same bytes, called ${disposition}`, same && disposition.includes('stig.png'), url);
};

/** Real files up and down, and every way to be refused. */
export const uploadMedia = async (path: Path): Promise<Uploaded> => {
  chapter('The designer uploads a picture, a sound, a film and a document');
  await take({ says: 'asks what may be uploaded', request: 'GET /media/limits', expect: 200 });
  const { image } = await sampleFiles();
  const uploaded = await uploadGood(path);
  await download(path, uploaded.image, image);
  await tryNames(path, image);
  await tryRefusals(path, image);
  await tryTheStore(path, image);
  return uploaded;
};

import type { OtherField } from '../sayings/block-name.ts';
import type { Block } from './block.ts';
import { shortDigestLetters, shortDigestOf } from './content-digest.ts';

export type BlockKind = Block['type'];
type FieldOf<Kind extends BlockKind> = OtherField & Exclude<keyof Extract<Block, { type: Kind }>, 'type'>;

/** All that a block of each kind says or shows. */
export const blockFields: { readonly [Kind in BlockKind]: readonly FieldOf<Kind>[] } = {
  heading: ['level', 'text'],
  paragraph: ['text'],
  list: ['ordered', 'items'],
  quotation: ['text', 'source'],
  link: ['text', 'href'],
  image: ['mediaId', 'alternativeText', 'caption'],
  sound: ['mediaId', 'title', 'transcript'],
  film: ['mediaId', 'title', 'captions', 'transcript'],
  document: ['mediaId', 'title'],
  form: ['formId'],
};

/** Kept with steps: none of them ever stands for another kind. */
const letters: Readonly<Record<BlockKind, string>> = {
  heading: 'h',
  paragraph: 'p',
  list: 'l',
  quotation: 'q',
  link: 'k',
  image: 'i',
  sound: 's',
  film: 'f',
  document: 'd',
  form: 'm',
};
const kinds = new Map(Object.entries(letters).map(([kind, letter]) => [letter, kind as BlockKind]));

/** Characters that a step's blocks may take where it stands in its module; of one with more it is told only that it differs. */
const mostKept = 600;

const isNotSaid = '.'.repeat(shortDigestLetters);

const fingerprintOf = (block: Block): string => {
  const said = new Map<string, unknown>(Object.entries(block));
  const digests = blockFields[block.type].map((field) =>
    said.get(field) === undefined ? isNotSaid : shortDigestOf(said.get(field)),
  );
  return `${letters[block.type]}${digests.join('')}`;
};

/**
 * The blocks of a step, parted by spaces: each a letter for its kind and a digest of each of its fields, so that what differs in a step
 * is told without reading it (AUT-8). Undefined where there are too many.
 */
export const blocksFingerprint = (blocks: readonly Block[]): string | undefined => {
  const kept = blocks.map(fingerprintOf).join(' ');
  return kept.length <= mostKept ? kept : undefined;
};

export const blocksIn = (fingerprint: string): string[] => fingerprint.split(' ').filter(Boolean);

/** What a fingerprint of one block says. Throws where it is of no kind there is. */
export const blockIn = (fingerprint: string): { kind: BlockKind; digests: Map<OtherField, string> } => {
  const kind = kinds.get(fingerprint.charAt(0));
  if (!kind) throw new Error(`No kind of block has the letter ${fingerprint.charAt(0)}`);
  const digestAt = (at: number) =>
    fingerprint.slice(1 + at * shortDigestLetters, 1 + (at + 1) * shortDigestLetters);
  const fields: readonly OtherField[] = blockFields[kind];
  return { kind, digests: new Map(fields.map((field, at) => [field, digestAt(at)])) };
};

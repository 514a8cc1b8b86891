import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, block } from '../../../../shared/domain/content/block.ts';
import { blockFields, blocksFingerprint } from '../../../../shared/domain/content/block-fingerprint.ts';
import { compareBlocks } from '../../../../shared/domain/content/compare-blocks.ts';
import { partName } from '../../../../shared/domain/sayings/part-name.ts';
import { anyBlock, otherwise } from './arbitrary-blocks.ts';

const step = { pointer: '/steps/s', name: partName('step', 's') };
const printed = (blocks: readonly Block[]): string => {
  const fingerprint = blocksFingerprint(blocks);
  if (fingerprint === undefined) throw new Error('Too many blocks to be told apart');
  return fingerprint;
};
const differ = (before: readonly Block[], after: readonly Block[], ...told: Block['type'][]) =>
  compareBlocks(step, [printed(before), printed(after)], told);
const lines = (...compared: Parameters<typeof differ>) =>
  differ(...compared).map(({ code, pointer }) => `${code} ${pointer}`);

/** Some of them may say the same. */
const someBlocks = fc.array(fc.oneof(anyBlock, fc.constantFrom<Block>(...['A', 'B'].map(heading))), {
  ...{ minLength: 1, maxLength: 12 },
});
function heading(text: string): Block {
  return { type: 'heading', level: 2, text };
}
const image: Block = { type: 'image', mediaId: '01936a0e-0000-7000-8000-000000000001' };
const form = (formId: string): Block => ({ type: 'form', formId });

describe('AUT-8 which block of a step differs', () => {
  it('is none where none does', () => {
    fc.assert(
      fc.property(someBlocks, (blocks) => {
        expect(differ(blocks, structuredClone(blocks))).toEqual([]);
      }),
    );
  });

  it('is just the one that was edited, in just the field that was', () => {
    const edits = someBlocks.chain((before) =>
      fc.nat({ max: before.length - 1 }).chain((at) =>
        otherwise(before[at] as Block).map(({ field, block: edited }) => ({
          ...{ before, at, field },
          after: before.with(at, edited),
        })),
      ),
    );
    fc.assert(
      fc.property(edits, ({ before, after, at, field }) => {
        expect(lines(before, after)).toEqual([`block-has-other /steps/s/blocks/${at}/${field}`]);
      }),
      { numRuns: 500 },
    );
  });

  it('is just the one that came, and going back just the one that went', () => {
    const inserted = fc.tuple(fc.array(anyBlock, { maxLength: 8 }), anyBlock, fc.nat({ max: 8 }));
    fc.assert(
      fc.property(inserted, ([before, added, place]) => {
        fc.pre(!before.some((one) => printed([one]) === printed([added])));
        const at = Math.min(place, before.length);
        const after = before.toSpliced(at, 0, added);
        expect(lines(before, after)).toEqual([`part-new /steps/s/blocks/${at}`]);
        expect(lines(after, before)).toEqual([`part-gone /steps/s/blocks/${at}`]);
      }),
    );
  });

  it('is only moved blocks where all are there in another order', () => {
    fc.assert(
      fc.property(someBlocks, fc.infiniteStream(fc.nat({ max: 100 })), (blocks, order) => {
        const ranked = blocks.map((one) => ({ one, rank: order.next().value ?? 0 }));
        const shuffled = ranked.toSorted((a, b) => a.rank - b.rank).map(({ one }) => one);
        for (const { code } of differ(blocks, shuffled)) expect(code).toBe('part-moved');
      }),
    );
  });

  it('is never none where something does', () => {
    fc.assert(
      fc.property(someBlocks, someBlocks, (before, after) => {
        expect(differ(before, after).length > 0).toBe(printed(before) !== printed(after));
        for (const { kind } of differ(before, after)) expect(kind).toBe('wording');
      }),
    );
  });

  it.each<[string, Block[], Block[], string[]]>([
    [
      'a heading',
      [heading('A'), heading('B')],
      [heading('A'), heading('C')],
      ['Block 2 (heading) of step s has another text'],
    ],
    [
      'one that says what the next says',
      [heading('A'), heading('B')],
      [heading('B'), heading('B')],
      ['Block 1 (heading) of step s has another text'],
    ],
    [
      'a file and its words',
      [{ ...image, alternativeText: 'En stig' } as Block],
      [{ ...image, mediaId: '01936a0e-0000-7000-8000-000000000002' } as Block],
      [
        'Block 1 (image) of step s has another file',
        'Block 1 (image) of step s has another alternative text',
      ],
    ],
    [
      'where a link leads',
      [{ type: 'link', text: '1177', href: 'https://1177.se' }],
      [{ type: 'link', text: '1177', href: 'https://www.1177.se' }],
      ['Block 1 (link) of step s has another address'],
    ],
    [
      'one of another kind in its place',
      [heading('A'), image],
      [heading('A'), { type: 'paragraph', text: [{ text: 'Ny' }] }],
      ['Block 2 (image) is gone from step s', 'Block 2 (paragraph) is new in step s'],
    ],
    [
      'what has changed places',
      [heading('A'), heading('B'), image],
      [image, heading('A'), heading('B')],
      ['Block 1 (image) has moved in step s'],
    ],
    [
      'a form that is shown twice',
      [form('f'), heading('A')],
      [form('f'), heading('A'), form('f')],
      ['Block 3 (form) is new in step s'],
    ],
  ])('says so: %s', (_, before, after, expected) => {
    expect(differ(before, after).map(({ detail }) => detail.en)).toEqual(expected);
  });

  it('says nothing of kinds that are told of otherwise', () => {
    expect(differ([form('f'), heading('A')], [form('g'), heading('B')], 'form')).toMatchObject([
      { pointer: '/steps/s/blocks/1/text' },
    ]);
  });
});

describe('AUT-8 the fingerprint of a step’s blocks', () => {
  it.each(block.def.options.map((option) => [option.shape.type.value, Object.keys(option.shape)] as const))(
    'has every field of a %s',
    (kind, fields) => {
      expect(['type', ...blockFields[kind]].toSorted()).toEqual(fields.toSorted());
    },
  );

  it('is not kept where it would be long, as with more than seventy paragraphs', () => {
    const paragraphs = Array.from(
      { length: 100 },
      (_, at): Block => ({ type: 'paragraph', text: [{ text: `${at}` }] }),
    );
    expect(blocksFingerprint(paragraphs)).toBeUndefined();
    expect(blocksFingerprint(paragraphs.slice(0, 70))).toHaveLength(559);
    expect(blocksFingerprint([])).toBe('');
  });
});

import fc from 'fast-check';
import type { Block } from '../../../../shared/domain/content/block.ts';

const words = fc.constantFrom('Andas', 'Vila', 'Gå ut', 'Ring någon 🌻');
const rich = fc.array(
  fc.record({ text: words, strong: fc.constant(true as const) }, { requiredKeys: ['text'] }),
  { ...{ minLength: 1, maxLength: 3 } },
);
const file = fc.uuid({ version: 7 });
const href = fc.constantFrom('https://1177.se', 'tel:1177', 'mailto:a@1177.se');
const captions = fc.array(
  fc.record({ from: fc.nat({ max: 9 }), to: fc.integer({ min: 10, max: 20 }), text: words }),
  {
    ...{ minLength: 1, maxLength: 2 },
  },
);

const fieldsOf = {
  heading: { level: fc.integer({ min: 2, max: 4 }), text: words },
  paragraph: { text: rich },
  list: { ordered: fc.boolean(), items: fc.array(rich, { minLength: 1, maxLength: 3 }) },
  quotation: { text: rich, source: fc.option(words, { nil: undefined }) },
  link: { text: words, href },
  image: {
    mediaId: file,
    alternativeText: fc.option(words, { nil: undefined }),
    caption: fc.option(rich, { nil: undefined }),
  },
  sound: { mediaId: file, title: words, transcript: fc.option(words, { nil: undefined }) },
  film: {
    ...{ mediaId: file, title: words },
    captions: fc.option(captions, { nil: undefined }),
    transcript: fc.option(words, { nil: undefined }),
  },
  document: { mediaId: file, title: words },
  form: { formId: fc.constantFrom('f0', 'f1', 'f2') },
} as const satisfies Record<Block['type'], Record<string, fc.Arbitrary<unknown>>>;

const kinds = Object.keys(fieldsOf) as Block['type'][];

export const anyBlock: fc.Arbitrary<Block> = fc.constantFrom(...kinds).chain((type) => {
  const fields: Record<string, fc.Arbitrary<unknown>> = fieldsOf[type];
  return fc.record({ type: fc.constant(type), ...fields });
}) as fc.Arbitrary<Block>;

/** The block with one of its fields saying something else. */
export const otherwise = (block: Block): fc.Arbitrary<{ field: string; block: Block }> => {
  const now = new Map<string, unknown>(Object.entries(block));
  const fields: [string, fc.Arbitrary<unknown>][] = Object.entries(fieldsOf[block.type]);
  return fc
    .constantFrom(...fields)
    .chain(([field, any]) =>
      any
        .filter((value) => JSON.stringify(value) !== JSON.stringify(now.get(field)))
        .map((value) => ({ field, block: { ...block, [field]: value } as Block })),
    );
};

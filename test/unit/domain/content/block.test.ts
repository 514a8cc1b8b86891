import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { block } from '../../../../shared/domain/content/block.ts';
import { formIdsIn, mediaIdsIn, step } from '../../../../shared/domain/content/step.ts';
import { stepFindings } from '../../../../shared/domain/content/step-findings.ts';

const mediaId = '01936a0e-0000-7000-8000-000000000001';
const otherId = '01936a0e-0000-7000-8000-000000000002';
const run = [{ text: 'Läs ' }, { text: 'hela', strong: true }, { text: ' 🌻', href: 'https://www.1177.se' }];
const reads = (value: unknown): boolean => block.safeParse(value).success;

const everyBlock = [
  { type: 'heading', level: 2, text: 'Så här gör du' },
  { type: 'paragraph', text: run },
  { type: 'list', ordered: true, items: [run, [{ text: 'Å, ä och ö', emphasis: true }]] },
  { type: 'quotation', text: run, source: 'Någon' },
  { type: 'link', text: '1177', href: 'https://www.1177.se/' },
  { type: 'image', mediaId, alternativeText: 'En stig' },
  { type: 'sound', mediaId, title: 'Andning' },
  { type: 'film', mediaId, title: 'Film', captions: [{ from: 0, to: 2.5, text: 'Hej' }] },
  { type: 'document', mediaId, title: 'Blad' },
  { type: 'form', formId: 'phq-9' },
];

describe('AUT-2 the blocks of a step', () => {
  it.each(everyBlock.map((one) => [one.type, one] as const))('has a %s just as it was written', (_, one) => {
    expect(block.parse(one)).toEqual(one);
  });

  it('keeps any text that is text, spaces at the ends of a run too', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), (text) => {
        fc.pre(!/[\p{Cc}\p{Cs}\p{Bidi_Control}\p{Zl}\p{Zp}]/u.test(text) && text === text.normalize('NFC'));
        const paragraph = { type: 'paragraph', text: [{ text }] };
        expect(block.parse(paragraph)).toEqual(paragraph);
      }),
    );
  });

  it('takes HTML for the text it is', () => {
    const text = [{ text: '<script>alert(1)</script>' }];
    expect(block.parse({ type: 'paragraph', text })).toEqual({ type: 'paragraph', text });
  });

  const bothWays = (href: string) => [
    { type: 'link', text: 'Mer', href },
    { type: 'paragraph', text: [{ text: 'Mer', href }] },
  ];

  it.each([
    ['https://www.1177.se/', 'https://www.1177.se/'],
    ['tel:112', 'tel:112'],
    ['tel:1177', 'tel:1177'],
    ['TEL: 08-123 45 67', 'tel:081234567'],
    ['tel:+46 (0)8 123 45 67', 'tel:+4681234567'],
    [' tel:+46\u00a08\u2013123.45.67', 'tel:+4681234567'],
    ['mailto:mottagning@example.se', 'mailto:mottagning@example.se'],
    ['Mailto: mottagning@example.se ', 'mailto:mottagning@example.se'],
  ])('links to %j, whether by a link of its own or in a text, as %j', (href, kept) => {
    expect(bothWays(href).map((one) => block.parse(one))).toEqual(bothWays(kept));
  });

  it.each([
    ...['http://1177.se', 'javascript:alert(1)', 'data:text/html,x', '//1177.se', 'x', '', 'sms:112'],
    ...['https:', 'https://', 'https://1177 .se', 'tel:', 'tel:12', 'tel:+0812345678', 'tel:1177;ext=3'],
    ...['tel:1177?call', 'tel:ring', 'tel:1234567890123456', 'tel:١١٢', 'tel://112'],
    ...[
      'mailto:',
      'mailto:mottagning',
      'mailto:a@b.se,c@d.se',
      'mailto:a@b.se?bcc=c@d.se',
      'mailto:a%0a@b.se',
    ],
  ])('leads nowhere else, so not to %j', (href) => {
    expect(bothWays(href).filter(reads)).toEqual([]);
  });

  it.each([
    ['text that turns the reading direction', { type: 'heading', level: 2, text: 'a\u202Eb' }],
    ['a control character', { type: 'paragraph', text: [{ text: 'a\u0000b' }] }],
    ['half a character', { type: 'paragraph', text: [{ text: '\uD83C' }] }],
    ['a heading of the first level, which is the step’s own', { type: 'heading', level: 1, text: 'Rubrik' }],
    ['a text of no runs', { type: 'paragraph', text: [] }],
    ['a list of nothing', { type: 'list', ordered: false, items: [] }],
    ['a medium that is no id', { type: 'image', mediaId: 'bild.png' }],
    ['a field of another block', { type: 'document', mediaId, title: 'Blad', transcript: 'Ord' }],
    ['a kind of block there is not', { type: 'html', text: '<p>' }],
  ])('refuses %s', (_, one) => {
    expect(reads(one)).toBe(false);
  });
});

describe('AUT-2 what a step shows', () => {
  const shown = step.parse({
    stepId: 's',
    title: 'Steg',
    blocks: [
      { type: 'form', formId: 'g' },
      { type: 'image', mediaId: otherId, alternativeText: 'A' },
      { type: 'form', formId: 'f' },
      { type: 'form', formId: 'g' },
      { type: 'sound', mediaId, title: 'Ljud' },
      { type: 'document', mediaId, title: 'Samma' },
    ],
  });

  it('is told once each, in the order they stand', () => {
    expect(formIdsIn(shown)).toEqual(['g', 'f']);
    expect(mediaIdsIn(shown)).toEqual([otherId, mediaId]);
  });
});

describe('AUT-2 AUT-9 what a step lacks', () => {
  const findings = (...blocks: unknown[]) =>
    stepFindings(step.parse({ stepId: 's', title: 'Steg', blocks })).map(
      ({ code, level, pointer }) => `${level} ${code} ${pointer}`,
    );

  it('is everything, where it is empty', () => {
    expect(findings()).toEqual(['error step-empty ']);
  });

  it('is told for each block, with where', () => {
    expect(
      findings(
        { type: 'heading', level: 2, text: 'Rubrik' },
        { type: 'image', mediaId },
        { type: 'film', mediaId, title: 'Film' },
        { type: 'sound', mediaId, title: 'Ljud' },
      ),
    ).toEqual([
      'error alternative-text-missing /blocks/1',
      'error captions-missing /blocks/2',
      'advice transcript-missing /blocks/3',
    ]);
  });

  it('is nothing, where images are described, and films and sounds can be read', () => {
    expect(
      findings(
        { type: 'image', mediaId, alternativeText: 'En stig' },
        { type: 'film', mediaId, title: 'Film', transcript: 'Allt som sägs' },
        { type: 'film', mediaId, title: 'Film', captions: [{ from: 0, to: 1, text: 'Hej' }] },
        { type: 'sound', mediaId, title: 'Ljud', transcript: 'Allt som sägs' },
        { type: 'document', mediaId, title: 'Blad' },
      ),
    ).toEqual([]);
  });
});

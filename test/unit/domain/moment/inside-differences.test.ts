import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keptForm } from '../../../../functions/authoring/content-changes.ts';
import type { Block } from '../../../../shared/domain/content/block.ts';
import type { Difference } from '../../../../shared/domain/content/difference.ts';
import { compareVersions } from '../../../../shared/domain/moment/comparing/compare-versions.ts';
import { detailDifferences } from '../../../../shared/domain/moment/comparing/detail-differences.ts';
import { insideDifferences } from '../../../../shared/domain/moment/comparing/inside-differences.ts';
import {
  fingerprintsOf,
  formsAsDrafted,
} from '../../../../shared/domain/moment/comparing/version-fingerprint.ts';
import type { Content } from '../../../../shared/domain/moment/content.ts';
import { publishedFormRef } from '../../../../shared/domain/moment/draft.ts';
import { runs } from '../../../support/property-runs.ts';
import { anyBlock, otherwise } from '../content/arbitrary-blocks.ts';
import { aContent, aModule, aStep } from '../content-examples.ts';
import { reworded } from '../form/form-changes.ts';
import { aChoice, ofQuestions } from '../form/form-examples.ts';
import {
  anyContent,
  candidateFrom,
  type Edit,
  laid,
  publishedFrom,
  structuralEdits,
} from './edited-drafts.ts';

const formsOf = ({ forms }: Content) => forms.map((form) => keptForm('m', form).ref);
const fingerprinted = (content: Content) => ({
  forms: formsOf(content),
  parts: fingerprintsOf({ modules: content.modules.map(laid), forms: formsOf(content) }),
});
/** As publishing tells it: from digests alone. */
const differ = (before: Content, after: Content): Difference[] =>
  detailDifferences(
    compareVersions(publishedFrom(before), candidateFrom(after)),
    insideDifferences(fingerprinted(before), fingerprinted(after)),
  );
const pointers = (before: Content, after: Content) => differ(before, after).map(({ pointer }) => pointer);

type Steps = Content['modules'][number]['sections'][number]['steps'];
const withSteps = (content: Content, change: (steps: Steps) => Steps): Content => ({
  ...content,
  modules: content.modules.map((module) => ({
    ...module,
    sections: module.sections.map((section) => ({ ...section, steps: change(section.steps) })),
  })),
});

const someBlocks = fc.array(
  anyBlock.filter(({ type }) => type !== 'form'),
  { minLength: 1, maxLength: 5 },
);
/** A moment whose steps say all kinds of things. */
const fullContent: fc.Arbitrary<Content> = fc
  .tuple(anyContent, fc.infiniteStream(someBlocks))
  .map(([content, stream]) =>
    withSteps(content, (steps) =>
      steps.map((step) => ({ ...step, blocks: [...(stream.next().value ?? []), ...step.blocks] })),
    ),
  );

interface BlockPlace {
  readonly moduleId: string;
  readonly stepId: string;
  readonly at: number;
  readonly block: Block;
}
const placesIn = ({ modules }: Content): BlockPlace[] =>
  modules.flatMap(({ moduleId, sections }) =>
    sections.flatMap(({ steps }) =>
      steps.flatMap(({ stepId, blocks }) => blocks.map((block, at) => ({ moduleId, stepId, at, block }))),
    ),
  );

describe('AUT-8 a generated moment, compared by its fingerprint', () => {
  it('differs in nothing where nothing was edited', () => {
    fc.assert(
      fc.property(fullContent, (content) => {
        expect(differ(content, structuredClone(content))).toEqual([]);
      }),
      { numRuns: runs(40) },
    );
  });

  it('differs in just the block that was edited, by its step and place, and nothing else', () => {
    const edits = fullContent.chain((before) =>
      fc
        .constantFrom(...placesIn(before).filter(({ block }) => block.type !== 'form'))
        .chain((place) => otherwise(place.block).map((edited) => ({ before, place, edited }))),
    );
    fc.assert(
      fc.property(edits, ({ before, place: { moduleId, stepId, at }, edited: { field, block } }) => {
        const after = withSteps(before, (steps) =>
          steps.map((step) =>
            step.stepId === stepId ? { ...step, blocks: step.blocks.with(at, block) } : step,
          ),
        );
        expect(pointers(before, after)).toEqual([
          `/modules/${moduleId}/steps/${stepId}/blocks/${at}/${field}`,
        ]);
      }),
      { numRuns: runs(150) },
    );
  });

  it('differs in just the words of pages, questions, options and scoring that were edited, and nothing else', () => {
    const edits = fullContent.chain((before) =>
      fc.constantFrom(...before.forms).chain((form) =>
        reworded(form).map((change) => ({
          before,
          after: { ...before, forms: before.forms.map((one) => (one === form ? change.after : one)) },
          expected: change.pointers.map((pointer) => `/forms/${form.formId}${pointer}`),
        })),
      ),
    );
    fc.assert(
      fc.property(edits, ({ before, after, expected }) => {
        expect(pointers(before, after).toSorted()).toEqual(expected.toSorted());
      }),
      { numRuns: runs(150) },
    );
  });

  it('never says structure of what is wording, nor the other way round, whatever is said of it in detail', () => {
    const edit = fc.constantFrom<Edit>(...Object.values(structuralEdits));
    fc.assert(
      fc.property(fullContent, edit, fc.nat({ max: 20 }), (before, change, at) => {
        const after = change(before, at);
        fc.pre(after !== undefined);
        const kinds = (all: readonly Difference[]) => all.some(({ kind }) => kind === 'structure');
        const whole = compareVersions(publishedFrom(before), candidateFrom(after));
        expect(kinds(differ(before, after))).toBe(kinds(whole));
        expect(differ(before, after).length).toBeGreaterThanOrEqual(whole.length);
      }),
      { numRuns: runs(60) },
    );
  });
});

describe('AUT-8 what is kept to compare a version by', () => {
  const form = ofQuestions([aChoice('q')]);
  const content = aContent({ forms: [form], modules: [aModule('m1', [aStep('s', [])])] });

  it('holds no words', () => {
    const said = { ...content, modules: [aModule('m1', [{ ...aStep('s'), title: 'Ett steg att läsa' }])] };
    expect(JSON.stringify(fingerprinted(said).parts)).not.toContain('läsa');
    expect(fingerprinted(said).parts.map(({ pointer }) => pointer)).toEqual([
      `/forms/${form.formId}`,
      '/modules/m1',
    ]);
  });

  it('stays under what an item holds; of what there is no room for it is told that it differs', () => {
    const ids = Array.from({ length: 50 }, (_, at) => `m${at}`);
    const heading = (text: string): Block => ({ type: 'heading', level: 2, text });
    const large = (word: string) =>
      aContent({
        modules: ids.map((id) => {
          const steps = Array.from({ length: 16 }, (_, at) => `${id}-${at}`);
          const blocks = (stepId: string) =>
            Array.from({ length: 40 }, (_, at) => heading(`${word}${stepId}${at}`));
          return aModule(
            id,
            steps.map((stepId) => aStep(stepId, blocks(stepId))),
          );
        }),
      });
    const [before, after] = [large('A'), large('B')];
    expect(Buffer.byteLength(JSON.stringify(fingerprinted(before)))).toBeLessThan(260_000);
    const told = pointers(before, after);
    expect(told).toContain('/modules/m49');
    expect(told).toContain('/modules/m0/steps/m0-0/blocks/0/text');
  });

  it('comes back to a draft that goes on from the version', () => {
    const drafted = formsOf(content);
    const { parts } = fingerprinted(content);
    const fingerprint = { momentId: 'm', momentVersion: '1.0', parts };
    expect(formsAsDrafted(drafted.map(publishedFormRef), fingerprint)).toEqual(drafted);
    expect(formsAsDrafted(drafted.map(publishedFormRef), undefined)).toEqual(drafted.map(publishedFormRef));
  });
});

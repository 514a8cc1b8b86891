import { describe, expect, it } from 'vitest';
import { moodProgramme } from '../../../../infra/local/demo/facts/content.ts';
import { keptShape } from '../../../../shared/domain/content/kept-shape.ts';
import { title } from '../../../../shared/domain/content/title.ts';
import { content } from '../../../../shared/domain/moment/content.ts';

const called = (old: string, name: string): unknown =>
  JSON.parse(JSON.stringify(moodProgramme).replaceAll(`"${old}"`, `"${name}"`));
const takes = (schema: typeof content, value: unknown): boolean => schema.safeParse(value).success;

describe('AUT-8 the shape of what is there', () => {
  const kept = keptShape(content);

  // A module, a step, a form and where it stands, a question and what counts it, an option.
  it.each(['start', 'start-why', 'phq-9', 'phq-1', 'several-days'])(
    'takes for the id %s one that is no longer made, wherever it stands',
    (old) => {
      expect([content, kept].map((schema) => takes(schema, called(old, 'constructor')))).toEqual([
        false,
        true,
      ]);
    },
  );

  it('is otherwise the same', () => {
    expect(kept.parse(moodProgramme)).toEqual(content.parse(moodProgramme));
    for (const wrong of [{ title: '' }, { kind: 'other' }, { more: 1 }, { modules: [{}] }])
      expect(takes(kept, { ...moodProgramme, ...wrong })).toBe(false);
    expect(takes(kept, called('phq-2', 'phq-1'))).toBe(false);
    expect(takes(kept, called('start', 'two words'))).toBe(false);
  });

  it('is made once, and is the very one where there is no id in it', () => {
    expect(keptShape(content)).toBe(kept);
    expect(keptShape(title)).toBe(title);
  });
});

import { describe, expect, it } from 'vitest';
import { idsIn, readRequirements, requirementsIn, testsByRequirement, withTests } from './requirements.ts';
import { trackedTexts } from './tracked-texts.ts';

const text = readRequirements();
const rows = requirementsIn(text);
const ids = rows.map(({ id }) => id);
const tests = testsByRequirement();

describe('the requirements', () => {
  it('are rows with an id each and a state that is known', () => {
    expect(ids).toEqual([...new Set(ids)]);
    expect(rows.filter(({ state }) => !/^(?:holds|to come|partly: \S.+)$/.test(state))).toEqual([]);
    expect(ids).toHaveLength(text.match(/^\| [A-Z]/gm)?.length ?? 0);
  });

  it('have a test that names them where they are said to hold, wholly or partly', () => {
    const unproved = rows.filter(({ id, state }) => state !== 'to come' && !tests.has(id));
    expect(unproved).toEqual([]);
  });

  it('are not said to come where a test names them', () => {
    const begun = rows.filter(({ id, state }) => state === 'to come' && tests.has(id));
    expect(begun).toEqual([]);
  });

  it('are there, each that a test, a comment or a document names', () => {
    const unknown = trackedTexts.flatMap(({ path, text: words }) =>
      idsIn(words)
        .filter((id) => !ids.includes(id))
        .map((id) => `${path}: ${id}`),
    );
    expect(unknown).toEqual([]);
  });

  it('list the tests there are (run npm run requirements)', () => {
    expect(text).toBe(withTests(text, tests));
  });
});

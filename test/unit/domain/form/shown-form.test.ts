import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { shownForm } from '../../../../shared/domain/form/shown-form.ts';
import { anyForm } from './arbitrary-forms.ts';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Every name of a field anywhere in a JSON schema. */
const fieldsIn = (schema: unknown): string[] => {
  if (!isObject(schema)) return [];
  const own = isObject(schema['properties']) ? Object.keys(schema['properties']) : [];
  return [...own, ...Object.values(schema).flatMap(fieldsIn)];
};

const staffs = new Set(['score', 'scores', 'scoring', 'flags']);
const withoutStaffs = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutStaffs);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !staffs.has(name))
      .map(([name, inner]) => [name, withoutStaffs(inner)]),
  );
};

describe('CARE-18 a form as residents are shown it', () => {
  it('has these fields and no other: whoever adds one says whom it is for', () => {
    const schema = z.toJSONSchema(shownForm, { io: 'output' });
    expect([...new Set(fieldsIn({ schema, types: schema.$defs }))].toSorted()).toEqual([
      ...['anyOf', 'atLeast', 'atMost', 'decimals', 'earliest', 'followsUp', 'formId', 'from', 'is', 'kind'],
      ...['label', 'latest', 'max', 'maxLabel', 'maxLength', 'min', 'minLabel', 'optionId', 'options'],
      ...['pageId', 'pages', 'questionId', 'questions', 'required', 'step', 'text', 'title', 'to', 'type'],
      ...['unit', 'when'],
    ]);
  });

  it('is all of it but what its answers score and raise', () => {
    fc.assert(
      fc.property(anyForm, (form) => {
        expect(shownForm.parse(form)).toEqual(withoutStaffs(form));
      }),
    );
  });
});

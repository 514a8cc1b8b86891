import { describe, expect, test } from 'vitest';
import { matches, parseFilterPattern } from '../../../infra/local/event-source/filter-pattern.ts';

const record = {
  eventName: 'INSERT',
  dynamodb: {
    NewImage: {
      type: { S: 'answer' },
      pk: { S: 'UNIT#1' },
      tags: { SS: ['red', 'green'] },
      parts: { L: [{ S: 'one' }, { S: 'two' }] },
      closed: { NULL: true },
      nothing: null,
    },
  },
};
const newImage = (fields: object) => JSON.stringify({ dynamodb: { NewImage: fields } });
const isMatch = (json: string) => matches(parseFilterPattern(json), record);

describe('a filter pattern', () => {
  test.each([
    ['one of the values listed', '{"eventName":["MODIFY","INSERT"]}', true],
    ['none of the values listed', '{"eventName":["MODIFY","REMOVE"]}', false],
    ['only by case', '{"eventName":["insert"]}', false],
    ['a nested value', newImage({ type: { S: ['answer'] } }), true],
    ['another nested value', newImage({ type: { S: ['draft'] } }), false],
    ['the wrong attribute type', newImage({ type: { N: ['answer'] } }), false],
    ['every field', `{"eventName":["INSERT"],"dynamodb":{"NewImage":{"type":{"S":["answer"]}}}}`, true],
    ['one field of two', `{"eventName":["REMOVE"],"dynamodb":{"NewImage":{"type":{"S":["answer"]}}}}`, false],
    ['a boolean', newImage({ closed: { NULL: [true] } }), true],
    ['null', newImage({ nothing: [null] }), true],
    ['a prefix', newImage({ pk: { S: [{ prefix: 'UNIT#' }] } }), true],
    ['the middle, as a prefix', newImage({ pk: { S: [{ prefix: 'NIT#' }] } }), false],
    ['a value other than the unwanted', newImage({ type: { S: [{ 'anything-but': ['draft'] }] } }), true],
    ['the unwanted value', newImage({ type: { S: [{ 'anything-but': ['draft', 'answer'] }] } }), false],
    ['the unwanted value written alone', newImage({ type: { S: [{ 'anything-but': 'answer' }] } }), false],
    ['no value, for anything-but', newImage({ missing: { S: [{ 'anything-but': ['x'] }] } }), false],
    ['a leaf that exists', newImage({ type: { S: [{ exists: true }] } }), true],
    ['a leaf that is missing', newImage({ missing: { S: [{ exists: true }] } }), false],
    ['an object where a leaf should exist', newImage({ type: [{ exists: true }] }), false],
    ['an absent leaf', newImage({ missing: { S: [{ exists: false }] } }), true],
    ['a leaf that should be absent', newImage({ type: { S: [{ exists: false }] } }), false],
    ['an absent branch', '{"dynamodb":{"OldImage":{"type":{"S":[{"exists":false}]}}}}', true],
    ['an element of a set', newImage({ tags: { SS: ['green'] } }), true],
    ['no element of a set', newImage({ tags: { SS: ['blue'] } }), false],
    ['an object in a list', newImage({ parts: { L: { S: ['two'] } } }), true],
    ['either alternative', newImage({ pk: { S: ['x', { prefix: 'UNIT' }] } }), true],
    ['nothing of an empty list', '{"eventName":[]}', false],
  ])('that meets %s', (_, pattern, expected) => {
    expect(isMatch(pattern)).toBe(expected);
  });

  test.each([
    ['{"a":[{"numeric":["=",1]}]}'],
    ['{"a":[{"suffix":"x"}]}'],
    ['{"a":[{"exists":true,"prefix":"x"}]}'],
    ['{"a":"not a list"}'],
    ['{"$or":[{"a":["b"]}]}'],
    ['["a"]'],
  ])('which the simulator does not know is refused: %s', (pattern) => {
    expect(() => parseFilterPattern(pattern)).toThrow('not supported');
  });
});

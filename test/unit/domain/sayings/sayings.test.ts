import { describe, expect, it } from 'vitest';
import { largeFileAdvice, largeFrom } from '../../../../shared/domain/media/large-file-advice.ts';
import { rejectionAdvice } from '../../../../shared/domain/media/rejection-advice.ts';
import { trackedTexts } from '../../house/tracked-texts.ts';
import { everySaying } from './every-saying.ts';
import { sayingCodes } from './saying-codes.ts';

const all = await everySaying();

/** Tables of another kind: problems, and advice on files, each with tests of its own. */
const otherTables = /^shared\/(contract\/problems|domain\/sayings)\/|-advice\.ts$/;

describe('AUT-9, MED-3 everything that is said of what somebody sent', () => {
  it.each(all)('$code is said in Swedish and in English', ({ code, said: { code: told, detail } }) => {
    expect(told).toBe(code);
    for (const text of [detail.sv, detail.en]) expect(text).toMatch(/\S/);
    expect(detail.sv).not.toBe(detail.en);
  });

  it('has a code that nothing else has', () => {
    const codes = all.map(({ code }) => code);
    expect(codes.filter((code, at) => codes.indexOf(code) !== at)).toEqual([]);
  });

  it('keeps its code for as long as a front end may know it', () => {
    expect(all.map(({ code }) => code).toSorted()).toEqual(sayingCodes);
  });

  it('is worded in a table, where the tests above find it', () => {
    const elsewhere = trackedTexts
      .filter(({ path }) => /^(shared|functions)\/.*\.ts$/.test(path) && !otherTables.test(path))
      .filter(({ text }) => /\b(sv|en): ?['"`]/.test(text));
    expect(elsewhere.map(({ path }) => path)).toEqual([]);
  });

  it('is in both languages where it is advice on a file', () => {
    const large = Object.entries(largeFrom).map(
      ([kind, bytes]) => largeFileAdvice({ kind: kind as keyof typeof largeFrom, bytes })?.advice,
    );
    for (const advice of [...Object.values(rejectionAdvice), ...large]) {
      expect(advice?.sv).toMatch(/\S/);
      expect(advice?.en).toMatch(/\S/);
      expect(advice?.sv).not.toBe(advice?.en);
    }
  });
});

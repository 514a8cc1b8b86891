import { describe, expect, it } from 'vitest';
import { scanIn, verdictTag } from '../../../shared/storage/scan-verdict.ts';

const tagged = (Value: string) =>
  scanIn([
    { Key: 'other', Value: 'x' },
    { Key: verdictTag, Value },
  ]);

describe('MED-4 what the scanner says', () => {
  it.each([
    ['NO_THREATS_FOUND', 'clean'],
    ['THREATS_FOUND', 'infected'],
    ['UNSUPPORTED', 'unscannable'],
    ['ACCESS_DENIED', 'unscannable'],
    ['FAILED', 'unscannable'],
    ['no_threats_found', 'unscannable'],
    ['', 'unscannable'],
  ])('%s means %s', (said, scan) => {
    expect(tagged(said)).toBe(scan);
  });

  it('is not there until it has said it, whatever else the object is tagged with', () => {
    expect(scanIn([])).toBe('pending');
    expect(scanIn([{ Key: 'guarddutymalwarescanstatus', Value: 'NO_THREATS_FOUND' }])).toBe('pending');
  });
});

import { describe, expect, it } from 'vitest';
import { describeError } from '../../../shared/observability/log.ts';

describe('LOG-15 what an error may say in the log', () => {
  it('is only its name where it comes from AWS, whose messages can quote keys and values', () => {
    const error = Object.assign(new Error('key 199005082392'), {
      name: 'ValidationException',
      $metadata: {},
      Item: { personnummer: '199005082392' },
    });
    expect(describeError(error)).toEqual({ error: 'ValidationException' });
  });

  it('is only its name where it was waited for too long', () => {
    const error = new DOMException('The operation was aborted due to timeout', 'TimeoutError');
    expect(describeError(error)).toEqual({ error: 'TimeoutError' });
  });

  it('is its name and where it happened where it is ours', () => {
    const error = new TypeError('x');
    expect(describeError(error)).toEqual({ error: 'TypeError', stack: error.stack });
  });

  it('is only what kind of thing it is where it is no error', () => {
    expect(describeError('199005082392')).toEqual({ error: 'string' });
    expect(describeError({ personnummer: '199005082392' })).toEqual({ error: 'object' });
  });
});

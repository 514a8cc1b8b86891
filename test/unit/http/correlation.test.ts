import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correlationIdOf } from '../../../shared/http/correlation.ts';
import { anEvent, requestId } from './an-event.ts';

const given = (headers: Record<string, string>) => correlationIdOf(anEvent({ headers }));

describe('LOG-15 the correlation id', () => {
  it('is the front end’s own where that is a UUID, however the header is spelt', () => {
    const name = fc.mixedCase(fc.constant('x-correlation-id'));
    fc.assert(
      fc.property(fc.uuid(), name, (id, header) => {
        expect(given({ [header]: id })).toBe(id);
        expect(given({ [header]: id.toUpperCase() })).toBe(id);
      }),
    );
  });

  it('is API Gateway’s where the header is missing, or anything else', () => {
    expect(given({})).toBe(requestId);
    const other = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.uuid().map((id) => `${id}\n`),
      fc.uuid().map((id) => ` ${id}`),
      fc.uuid().map((id) => id.replaceAll('-', '')),
    );
    fc.assert(
      fc.property(other, (id) => {
        expect(given({ 'x-correlation-id': id })).toBe(requestId);
      }),
    );
  });

  it('is there also when the event has no headers at all', () => {
    const bare = { ...anEvent(), headers: null } as unknown as ReturnType<typeof anEvent>;
    expect(correlationIdOf(bare)).toBe(requestId);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Message, message, newTo, shownToResident } from '../../../../shared/domain/care/message.ts';

const at = fc.constantFrom('2026-11-23T10:00:00.000Z', '2026-11-24T10:00:00.000Z');
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });
const sent = { instanceId: fc.constant('i'), messageId: fc.uuid(), text: fc.constant('Hemligt'), sentAt: at };
const anyMessage: fc.Arbitrary<Message> = fc.oneof(
  fc.record({
    ...sent,
    from: fc.constant('staff' as const),
    author: fc.constant('S'),
    readAt: maybe(at),
    withdrawn: maybe(fc.record({ reason: fc.constant('mistake' as const), by: fc.constant('S'), at })),
  }),
  fc.record({
    ...sent,
    from: fc.constant('resident' as const),
    writtenBy: fc.constant({ as: 'self' as const, person: { key: 'k', personnummer: '199005082392' } }),
    readAt: maybe(at),
    readBy: maybe(fc.constant('S')),
  }),
);

describe('CARE-10 a message', () => {
  it('is new to the other side until it is read, and to nobody once it is withdrawn', () => {
    fc.assert(
      fc.property(
        fc.array(anyMessage),
        fc.constantFrom('staff' as const, 'resident' as const),
        (all, reader) => {
          const news = newTo(reader, all);
          for (const one of all) {
            const isWithdrawn = one.from === 'staff' && one.withdrawn !== undefined;
            expect(news.includes(one)).toBe(one.from !== reader && one.readAt === undefined && !isWithdrawn);
          }
        },
      ),
    );
  });

  it('shows the resident neither words nor author of what was withdrawn, nor it at all where they had not read it', () => {
    fc.assert(
      fc.property(anyMessage, (one) => {
        const shown = shownToResident(one);
        const withdrawn = one.from === 'staff' ? one.withdrawn : undefined;
        if (!withdrawn) expect(shown).toMatchObject({ text: 'Hemligt' });
        else if (one.readAt === undefined) expect(shown).toBeUndefined();
        else {
          expect(shown).toMatchObject({ withdrawnAt: withdrawn.at });
          expect(JSON.stringify(shown)).not.toContain('Hemligt');
          expect(shown).not.toHaveProperty('author');
        }
      }),
    );
  });

  it('never shows the resident who of the unit read theirs, nor why something was withdrawn', () => {
    fc.assert(
      fc.property(anyMessage, (one) => {
        const said = Object.keys(shownToResident(message.parse(one)) ?? {});
        for (const staffs of ['readBy', 'readAt', 'withdrawn']) expect(said).not.toContain(staffs);
      }),
    );
  });
});

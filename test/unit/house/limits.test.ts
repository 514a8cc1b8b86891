import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { givenUpAfterHours, triggers } from '../../../functions/triggers.ts';
import { oldestSignature } from '../../../infra/media/media-policies.ts';
import { recoveryDays } from '../../../infra/stages/media-and-backup-schema.ts';
import { maxLifetimeSeconds } from '../../../shared/auth/token-checks.ts';
import { ageOfMajority, ageOfOwnAccess } from '../../../shared/domain/age-limits.ts';
import { keptDays } from '../../../shared/persistence/engine/append-activity.ts';
import { rememberedHours } from '../../../shared/persistence/engine/idempotency.ts';
import { personRegisterPatience } from '../../../shared/registers/person-register.ts';
import { brokenAfter, leftAloneFor, maxIds } from '../../../shared/registers/register-client.ts';
import { keptFor, staffDirectoryPatience } from '../../../shared/registers/staff-directory.ts';
import { filesBelow, root } from './imports.ts';

const refreshed = triggers.flatMap((one) =>
  'everyMinutes' in one && one.reachesInternet ? [one.everyMinutes] : [],
);

/** What the documents say in figures of a limit that stands in the code, in whichever of them; \d+ is the figure. */
const limits: readonly [name: string, value: number | undefined, says: RegExp][] = [
  ['a token’s life, minutes', maxLifetimeSeconds / 60, /Tokens live at most (\d+) minutes/g],
  ['an Idempotency-Key, hours', rememberedHours, /remembered for (\d+) hours/g],
  ['own access, years', ageOfOwnAccess, /(\d+)th birthday/g],
  ['guardians, years', ageOfOwnAccess, /a child under (\d+)/g],
  ['majority, years', ageOfMajority, /Nobody under (\d+) gives a mandate/g],
  ['the outbox, days', keptDays, /forgotten after (\d+) days/g],
  ['public keys, minutes', refreshed[0], /identity providers' keys every (\d+) minutes/g],
  ['the person register’s patience, seconds', personRegisterPatience / 1000, /silent for (\d+) second/g],
  ['the staff directory’s patience, seconds', staffDirectoryPatience / 1000, /silent for (\d+) second/g],
  ['the wait for a register, seconds', personRegisterPatience / 1000, /when (\d+) second has gone/g],
  ['ids in one lookup', maxIds, /at most (\d+) ids/g],
  ['failures before a register is left alone', brokenAfter, /after (\d+) failures in a row/g],
  ['a register left alone, seconds', leftAloneFor / 1000, /left alone for (\d+) seconds/g],
  ['a register asked again, seconds', leftAloneFor / 1000, /opens by itself within (\d+) seconds/g],
  ['people of the staff directory, seconds', keptFor / 1000, /(\d+) seconds in a function's memory/g],
  ['people of the staff directory, again', keptFor / 1000, /the staff directory for (\d+) seconds/g],
  ['what the stream carries, hours', givenUpAfterHours, /tried again for up to (\d+) hours/g],
  ['tables taken back, days', recoveryDays, /any second of (\d+) days/g],
  ['restored tables taken back, days', recoveryDays, /PITR (\d+) days/g],
  ['removed files, days', recoveryDays, /(\d+) days after removal|delete marker \((\d+) days\)/g],
  ['links to files, minutes', oldestSignature / 60_000, /signature older than (\d+) minutes/g],
];

const documents = ['infra', 'functions', 'shared'].flatMap((floor) => filesBelow(floor, '.md'));
const text = ['README.md', ...documents]
  .map((file) => readFileSync(join(root, file), 'utf8').replaceAll(/\s+/g, ' '))
  .join('\n');

describe('a limit that a document says', () => {
  it.each(limits)('is the one in the code: %s', (_, value, says) => {
    const said = [...text.matchAll(says)].map(([, ...figures]) => Number(figures.find(Boolean)));
    expect([...new Set(said)]).toEqual([value]);
  });
});

import { personRegisterPatience } from '../../../../shared/registers/person-register.ts';
import { people, units } from '../../data/demo-data.ts';
import { origin, readSettings } from '../../process/settings.ts';
import type { RegisterMode } from '../../registers/register-mode.ts';
import { chapter, type Step, StoryBroken, see, take } from '../client.ts';

const behave = async (mode: RegisterMode): Promise<void> => {
  const registers = origin(readSettings(process.env).ports.registers);
  const answer = await fetch(`${registers}/behaviour`, { method: 'PUT', body: JSON.stringify({ mode }) });
  if (!answer.ok) throw new StoryBroken(`The registers at ${registers} cannot be told to ${mode}`);
  console.log(`  ✓ the registers are told to behave: ${mode}`);
};

const timed = async (step: Step): Promise<number> => {
  const began = performance.now();
  await take(step);
  const took = Math.round(performance.now() - began);
  console.log(`      after ${took} ms`);
  return took;
};

const approving = {
  as: 'residentAdmin',
  request: `POST /units/${units.care}/approvals`,
  body: { personnummer: people.resident, scope: 'support-and-treatment' },
} as const;

const listing = { as: 'resident', request: 'GET /me/instances', expect: 200 } as const;

/** Milliseconds: the login, and what a slow machine needs beside waiting for the register. */
const patience = personRegisterPatience + 1500;
/** What needs no register must not wait for one. */
const usual = 700;

/** Nothing is approved on the word of a register that does not answer, and nobody else waits for it. */
export const silenceRegisters = async (): Promise<void> => {
  chapter('The registers do not answer');
  await take({ ...approving, says: 'an approval while they answer', expect: 201 });
  await behave('hang');
  try {
    const refused = await timed({
      ...approving,
      says: 'an approval is refused',
      expect: 'register-unavailable',
    });
    see(`within ${patience} ms`, refused < patience, refused);
    const unaffected = await timed({ ...listing, says: 'a resident lists their moments as usual' });
    see('without waiting', unaffected < usual, unaffected);
  } finally {
    await behave('well');
  }
  await take({ ...approving, says: 'the same approval when they answer again', expect: 201 });
};

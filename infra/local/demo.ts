import { setTimeout as delay } from 'node:timers/promises';
import { setUpOrganisation } from './demo/acts/organisation.ts';
import { untilReady } from './demo/acts/until-ready.ts';
import { endAgreement } from './demo/chapters/agreements.ts';
import { readDenials, readLog, readWholeLog } from './demo/chapters/auditing.ts';
import { spendDayAtClinic } from './demo/chapters/clinic-day.ts';
import { showContacts } from './demo/chapters/contacts.ts';
import { converse } from './demo/chapters/conversing.ts';
import { heedFlag } from './demo/chapters/flags.ts';
import { readAround } from './demo/chapters/following-up.ts';
import { answerAsGuardian } from './demo/chapters/guardian.ts';
import { useMandate } from './demo/chapters/mandates.ts';

import { mendMistake } from './demo/chapters/mending.ts';

import { readMorningList } from './demo/chapters/morning-list.ts';
import { planContent } from './demo/chapters/planning-content.ts';
import { practise } from './demo/chapters/practising.ts';

import { meetProtectedResident } from './demo/chapters/protection.ts';
import { publishMoment } from './demo/chapters/publishing.ts';
import { tryRefusals } from './demo/chapters/refusals.ts';
import { changeRoles } from './demo/chapters/role-changes.ts';
import { silenceRegisters } from './demo/chapters/silent-register.ts';
import { takePart } from './demo/chapters/taking-part.ts';
import { answerForm, followUp, startMoment } from './demo/chapters/treatment.ts';
import { keepCalendar } from './demo/chapters/two-devices.ts';
import { publishVersions } from './demo/chapters/versions.ts';
import { windUp } from './demo/chapters/winding-up.ts';
import { chapter, StoryBroken, take } from './demo/client.ts';
import { TokenNotIssued } from './identity/fetch-token.ts';
import { origin, readSettings, SettingUnusable } from './process/settings.ts';

const since = new Date().toISOString();

/** One moment more, from its first message to its end, as an auditor finds it afterwards. */
const carryThrough = async (momentId: string): Promise<void> => {
  const instanceId = await converse(momentId);
  await showContacts(instanceId);
  await readAround(momentId, instanceId);
  await windUp(momentId, instanceId);
  await readWholeLog(instanceId, since);
};

const tell = async (): Promise<void> => {
  console.log('From an empty platform to the auditor’s log, over HTTP against npm start.');
  await untilReady(origin(readSettings(process.env).ports.api), {
    say: (what) => console.log(`Waiting: ${what}`),
    wait: (ms) => delay(ms),
  });
  chapter('The organisation is set up through the API');
  await setUpOrganisation(take);
  const momentId = await publishMoment();
  const instanceId = await startMoment(momentId);
  await answerForm(momentId, instanceId);
  await followUp(instanceId);
  await heedFlag(momentId, instanceId);
  await practise(momentId);
  await publishVersions(momentId, instanceId);
  await readLog(instanceId);
  await takePart(instanceId);
  await planContent(momentId, instanceId);
  await readMorningList(momentId, instanceId);
  await mendMistake(momentId, instanceId);
  await tryRefusals(momentId, instanceId);
  await endAgreement(momentId);
  await changeRoles(instanceId);
  await answerAsGuardian(momentId);
  await useMandate(momentId, instanceId);
  await meetProtectedResident(momentId);
  await silenceRegisters();
  await spendDayAtClinic(momentId);
  await carryThrough(await keepCalendar());
  await readDenials(since);
  console.log(
    `\nAll as it should be. Next: look at ${origin(readSettings(process.env).ports.api)}/docs, or run it again.`,
  );
};

await tell().catch((error: unknown) => {
  const expected = [SettingUnusable, StoryBroken, TokenNotIssued].some((kind) => error instanceof kind);
  console.error(
    `\n  ✗ ${expected ? (error as Error).message : error instanceof Error ? error.stack : String(error)}`,
  );
  process.exitCode = 1;
});

import { endAgreement } from './demo/agreements.ts';
import { readDenials, readLog } from './demo/auditing.ts';
import { chapter, StoryBroken, take } from './demo/client.ts';
import { answerAsGuardian } from './demo/guardian.ts';
import { useMandate } from './demo/mandates.ts';
import { setUpOrganisation } from './demo/organisation.ts';
import { meetProtectedResident } from './demo/protection.ts';
import { publishMoment } from './demo/publishing.ts';
import { tryRefusals } from './demo/refusals.ts';
import { changeRoles } from './demo/role-changes.ts';
import { silenceRegisters } from './demo/silent-register.ts';
import { answerForm, followUp, startMoment } from './demo/treatment.ts';
import { publishVersions } from './demo/versions.ts';
import { TokenNotIssued } from './identity/fetch-token.ts';
import { origin, readSettings, SettingUnusable } from './process/settings.ts';

const since = new Date().toISOString();

const tell = async (): Promise<void> => {
  console.log('From an empty platform to the auditor’s log, over HTTP against npm start.');
  chapter('The organisation is set up through the API');
  await setUpOrganisation(take);
  const momentId = await publishMoment();
  const instanceId = await startMoment(momentId);
  await answerForm(momentId, instanceId);
  await followUp(instanceId);
  await publishVersions(momentId, instanceId);
  await readLog(instanceId);
  await tryRefusals(momentId, instanceId);
  await endAgreement(momentId);
  await changeRoles(instanceId);
  await answerAsGuardian(momentId);
  await useMandate(momentId, instanceId);
  await meetProtectedResident(momentId);
  await silenceRegisters();
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

import { readDenials, readLog } from './demo/auditing.ts';
import { StoryBroken } from './demo/client.ts';
import { publishMoment } from './demo/publishing.ts';
import { tryRefusals } from './demo/refusals.ts';
import { answerForm, followUp, startMoment } from './demo/treatment.ts';
import { TokenNotIssued } from './identity/fetch-token.ts';
import { origin, readSettings } from './process/settings.ts';

const since = new Date().toISOString();

const tell = async (): Promise<void> => {
  console.log('From the designer’s draft to the auditor’s log, over HTTP against npm start.');
  const momentId = await publishMoment();
  const instanceId = await startMoment(momentId);
  await answerForm(momentId, instanceId);
  await followUp(instanceId);
  await readLog(instanceId);
  await tryRefusals(momentId, instanceId);
  await readDenials(since);
  console.log(
    `\nAll as it should be. Next: look at ${origin(readSettings(process.env).ports.api)}/docs, or run it again.`,
  );
};

await tell().catch((error: unknown) => {
  const expected = error instanceof StoryBroken || error instanceof TokenNotIssued;
  console.error(`\n  ✗ ${expected ? error.message : error instanceof Error ? error.stack : String(error)}`);
  process.exitCode = 1;
});

import * as z from 'zod';
import { StoryBroken } from '../client.ts';

const problem = z.object({ errors: z.array(z.object({ detail: z.string() })).min(1) });

/** Looks at most; the first start of all takes a minute on a busy machine. */
const mostLooks = 240;
const lookEveryMs = 500;

interface Waiting {
  /** Told once of each thing that is waited for. */
  say(what: string): void;
  wait(ms: number): Promise<unknown>;
}

/** What is not ready, in the system’s own words; undefined when all is. */
const missingAt = async (api: string): Promise<string | undefined> => {
  const answer = await fetch(`${api}/health`, { headers: { connection: 'close' } }).catch(
    (cause: unknown) => {
      throw new StoryBroken(`Nothing answers at ${api}: start it with npm start, in another terminal.`, {
        cause,
      });
    },
  );
  const body: unknown = await answer.json();
  if (answer.ok) return undefined;
  return problem.safeParse(body).data?.errors[0]?.detail ?? `${api}/health answers ${answer.status}`;
};

/** Returns when the system has all that the story begins with. Throws `StoryBroken` where it is not there, or never comes to it. */
export const untilReady = async (api: string, { say, wait }: Waiting): Promise<void> => {
  let said: string | undefined;
  for (let look = 0; look < mostLooks; look += 1) {
    const missing = await missingAt(api);
    if (missing === undefined) return;
    if (missing !== said) say(missing);
    said = missing;
    await wait(lookEveryMs);
  }
  throw new StoryBroken(`The system does not become ready: ${said}`);
};

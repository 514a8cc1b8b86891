import { type Take, takeSilently } from '../client.ts';
import { isSetUp, setUpOrganisation } from './organisation.ts';

/** Sets the demo organisation up over HTTP unless it is there; gives what to say of it. Throws `StoryBroken`. */
export const setUpAtStart = async (): Promise<string> => {
  if (await isSetUp(takeSilently)) return 'Demo organisation: all there';
  let calls = 0;
  const counting: Take = (step) => {
    calls += 1;
    return takeSilently(step);
  };
  await setUpOrganisation(counting);
  return `Demo organisation: set up through the API in ${calls} calls`;
};

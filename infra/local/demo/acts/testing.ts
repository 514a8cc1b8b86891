import { see, take, takeSilently } from '../client.ts';
import { moodAnswers, moodProgramme } from '../facts/content.ts';

type Tester = 'designer' | 'practitioner';

const answerAsTestResident = async (as: Tester, test: `/${string}`): Promise<void> => {
  const form = `${test}/forms/phq-9` as const;
  const opened = await takeSilently({ says: 'opens the form', as, request: `GET ${form}`, expect: 200 });
  await take({
    says: 'submits PHQ-9 as the test resident',
    as,
    request: `POST ${form}/submissions`,
    headers: { 'if-match': opened.etag },
    body: { formVersion: opened.body['formVersion'], changes: moodAnswers },
    expect: 201,
  });
};

/** The draft as a resident and as staff would see it, by somebody who then says what they think of it (AUT-6). Gives the test's id. */
export const tryDraft = async (as: Tester, path: `/moments/${string}`): Promise<string> => {
  const started = await take({
    says: `the ${as} tries the draft with a test resident`,
    as,
    request: `POST ${path}/tests`,
    expect: 201,
  });
  const testId = String(started.body['testId']);
  const test = `${path}/tests/${testId}` as const;
  const looking = { as, expect: 200 } as const;
  const shown = await take({ ...looking, says: 'looks as a resident', request: `GET ${test}/resident-view` });
  see(
    'the welcome text is as it was written',
    shown.body['welcome'] === moodProgramme.welcome,
    shown.body['welcome'],
  );
  await take({ ...looking, says: 'reads the first module', request: `GET ${test}/modules/start` });
  await answerAsTestResident(as, test);
  const seen = await take({ ...looking, says: 'looks as a practitioner', request: `GET ${test}/staff-view` });
  const [result] = seen.body['results'] as Record<string, unknown>[];
  see('the score is 11, with its band and a flag on item 9', isMoodResult(result), result);
  return testId;
};

const isMoodResult = (result: Record<string, unknown> | undefined): boolean =>
  result?.['score'] === 11 &&
  result['band'] === 'Måttlig depression' &&
  JSON.stringify(result['flags']).includes('self-harm');

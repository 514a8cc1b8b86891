import * as z from 'zod';
import { contract } from '../../../shared/contract/contract.ts';
import { momentPath } from '../../../shared/contract/paths.ts';
import {
  answerProblems,
  answersBodyLimit,
  atPage,
  changesSaved,
  changesSubmitted,
  openedForm,
  residentViewShape,
  savedAnswer,
  saveProblems,
  staffViewShape,
  submission,
} from '../../../shared/contract/shown-moment.ts';
import { pageName } from '../../../shared/domain/care/page.ts';
import { contentDigest } from '../../../shared/domain/content/content-digest.ts';
import { keptContentId } from '../../../shared/domain/content/content-id.ts';
import { shownModule } from '../../../shared/domain/content/shown-module.ts';
import { answers } from '../../../shared/domain/form/answers/answers.ts';
import { outcome } from '../../../shared/domain/form/answers/outcome.ts';
import { utcInstant } from '../../../shared/domain/instant.ts';
import { longestComment, verdictRole } from '../../../shared/domain/moment/verdict.ts';
import { plainText } from '../../../shared/domain/plain-text.ts';

const testPath = momentPath.extend({ testId: z.uuid() });
const testModulePath = testPath.extend({ moduleId: keptContentId });
const testFormPath = testPath.extend({ formId: keptContentId });
/** What every route here has: a test is for whoever may record a verdict, and hidden from others. */
const testing = { caller: 'staff', permission: 'moment:test', conceals: true } as const;
const viewing = {
  ...testing,
  activity: 'test-viewed',
  method: 'GET',
  status: 200,
  problems: ['not-found'],
} as const;
const testHead = {
  testId: z.uuid(),
  startedAt: utcInstant,
  current: z.boolean().meta({
    description:
      'The draft still says what it did when the test began; otherwise start a new one for a verdict',
  }),
};
const viewGrants = [{ table: 'moments', actions: ['Query', 'GetItem'] }] as const;
const answering = {
  ...testing,
  activity: 'test-answered',
  params: testFormPath,
  query: z.strictObject(atPage),
  bodyLimit: answersBodyLimit,
  grants: [{ table: 'moments', actions: ['GetItem', 'PutItem', 'ConditionCheckItem'] }],
} as const;

export const startTest = contract({
  ...testing,
  operationId: 'startTest',
  summary: 'Try a moment’s draft out with a test resident',
  description:
    'The test resident is nobody: no personnummer, nothing in lists or statistics of care. Look as resident and as staff, answer forms, then recordVerdict with `testId`. It also works while the moment lies with the publisher.',
  method: 'POST',
  path: '/moments/{momentId}/tests',
  activity: 'test-started',
  params: momentPath,
  response: z.object({ testId: z.uuid() }),
  status: 201,
  problems: ['not-found', 'illegal-state'],
  grants: [{ table: 'moments', actions: ['GetItem', 'PutItem', 'ConditionCheckItem'] }],
});

export const viewTestAsResident = contract({
  ...viewing,
  operationId: 'viewTestAsResident',
  summary: 'The draft as a resident would see it',
  description: 'Made as openMyInstance makes it, of the draft as it is now.',
  path: '/moments/{momentId}/tests/{testId}/resident-view',
  params: testPath,
  response: z.object({ ...testHead, ...residentViewShape }),
  grants: viewGrants,
});

export const viewTestAsStaff = contract({
  ...viewing,
  operationId: 'viewTestAsStaff',
  summary: 'The test resident’s moment as a practitioner would see it',
  description:
    'As openInstance, with what has been submitted and, as viewResults, what it came to, newest first.',
  path: '/moments/{momentId}/tests/{testId}/staff-view',
  params: testPath,
  response: z.object({
    ...testHead,
    ...staffViewShape,
    submissions: z.array(
      z.object({
        formId: z.string(),
        page: pageName.optional(),
        formVersion: contentDigest,
        answers,
        submittedAt: utcInstant,
      }),
    ),
    results: z.array(
      outcome.extend({ formId: z.string(), page: pageName.optional(), submittedAt: utcInstant }),
    ),
  }),
  grants: viewGrants,
});

export const viewTestModule = contract({
  ...viewing,
  operationId: 'viewTestModule',
  summary: 'A module of the draft, as openMyModule shows it',
  description: 'Media come as links that work for some minutes.',
  path: '/moments/{momentId}/tests/{testId}/modules/{moduleId}',
  params: testModulePath,
  response: shownModule,
  grants: [{ table: 'moments', actions: ['GetItem', 'BatchGetItem'] }],
  storage: [{ bucket: 'published', actions: ['GetObject'] }],
});

export const viewTestForm = contract({
  ...viewing,
  operationId: 'viewTestForm',
  summary: 'A form of the draft with what the test resident has answered, as openMyForm shows it',
  description: 'The `ETag` is used as that of openMyForm, with saveTestAnswers and submitTestForm.',
  path: '/moments/{momentId}/tests/{testId}/forms/{formId}',
  params: testFormPath,
  query: z.strictObject(atPage),
  response: openedForm,
  grants: [{ table: 'moments', actions: ['GetItem'] }],
});

export const saveTestAnswers = contract({
  ...answering,
  operationId: 'saveTestAnswers',
  summary: 'Save what has changed in a form as the test resident, without submitting it',
  description: 'By the rules of saveAnswers. Any `page` that fits the form is there already.',
  method: 'PATCH',
  path: '/moments/{momentId}/tests/{testId}/forms/{formId}/draft',
  body: z.strictObject(changesSaved),
  problems: saveProblems,
  response: savedAnswer,
  status: 200,
});

export const submitTestForm = contract({
  ...answering,
  operationId: 'submitTestForm',
  summary: 'Submit a form as the test resident',
  description: 'By the rules of submitForm; viewTestAsStaff has what it came to.',
  method: 'POST',
  path: '/moments/{momentId}/tests/{testId}/forms/{formId}/submissions',
  ifMatch: true,
  body: z.strictObject(changesSubmitted),
  problems: answerProblems,
  response: submission,
  status: 201,
  grants: [...answering.grants, { table: 'moments', actions: ['Query'] }],
});

export const removeTests = contract({
  ...testing,
  operationId: 'removeTests',
  summary: 'Remove a moment’s test data: all of it, or one test',
  description:
    'Some at a time: repeat, without `Idempotency-Key`, until `left` is false. Verdicts stay, whoever’s test they rest on.',
  method: 'POST',
  path: '/moments/{momentId}/test-removals',
  activity: 'tests-removed',
  params: momentPath,
  body: z.strictObject({ testId: z.uuid().optional() }),
  response: z.object({ removed: z.int(), left: z.boolean() }),
  status: 201,
  problems: ['not-found'],
  grants: [{ table: 'moments', actions: ['GetItem', 'Query', 'DeleteItem'] }],
});

export const recordVerdict = contract({
  ...testing,
  operationId: 'recordVerdict',
  summary: 'Say whether a tested draft is good',
  description:
    'Designer and practitioner each record a verdict on exactly the content that `testId` is a test of: their own, with nothing saved since. One’s verdict is nothing to the other’s: there is no `If-Match`. `as` must be a role the caller holds on the unit. Nobody gives both.',
  method: 'POST',
  path: '/moments/{momentId}/verdicts',
  activity: 'verdict-recorded',
  params: momentPath,
  body: z.strictObject({
    as: verdictRole,
    testId: z.uuid(),
    approved: z.boolean(),
    comment: plainText({ min: 1, max: longestComment }).optional(),
  }),
  response: z.object({ approvedBy: z.array(verdictRole) }),
  status: 201,
  problems: ['not-found', 'moment-exported', 'test-missing', 'verdicts-by-one-person', 'version-mismatch'],
  grants: [{ table: 'moments', actions: ['GetItem', 'UpdateItem'] }],
});

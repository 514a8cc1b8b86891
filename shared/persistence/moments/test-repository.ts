import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { TestForm, TestRun } from '../../domain/moment/test-run.ts';
import type { Database } from '../engine/database.ts';
import type { Stored } from '../engine/entity.ts';
import { get, nearestBefore, ofKind, startingWith, within } from '../engine/read.ts';
import { keys, prefix } from '../keys.ts';
import { momentEntities } from './entities.ts';

/** Test data of a moment (AUT-6), some of it where there is more than was asked for. */
export interface TestData {
  readonly runs: readonly Stored<TestRun>[];
  readonly forms: readonly Stored<TestForm>[];
  readonly more: boolean;
}

/** What test residents have done. It lies with the moment, in another table than care data. */
export const testRepository = (database: Database) => ({
  testRun: (momentId: string, testId: string) =>
    get(database, momentEntities.testRun, keys.testRun(momentId, testId)),
  testForm: (momentId: string, testId: string, formId: string, page?: string) =>
    get(database, momentEntities.testForm, keys.testForm(momentId, testId, formId, page)),

  /** The pages of a form that were tried before one, the nearest first; none for an ordinary form. */
  testPagesBefore: async (
    { momentId, testId, formId, page }: Pick<TestForm, 'momentId' | 'testId' | 'formId' | 'page'>,
    most: number,
  ): Promise<Stored<TestForm>[]> =>
    page === undefined
      ? []
      : nearestBefore(database, momentEntities.testForm, {
          begins: prefix.testPages(testId, formId),
          before: keys.testForm(momentId, testId, formId, page),
          most,
        }),

  /** Bounded by the forms of the moment, and the pages of them that somebody has tried. */
  async testForms(momentId: string, testId: string): Promise<Stored<TestForm>[]> {
    const { pk } = keys.moment(momentId);
    return ofKind(
      momentEntities.testForm,
      await within(database, 'moments', { pk, begins: prefix.testForms(testId) }),
    );
  },

  /** At most so many items, to be removed in one transaction. */
  async testData(momentId: string, most: number): Promise<TestData> {
    const { client, tables } = database;
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName: tables.moments,
        ...startingWith(keys.moment(momentId).pk, prefix.tests),
        ConsistentRead: true,
        Limit: most,
      }),
    );
    return {
      runs: ofKind(momentEntities.testRun, Items),
      forms: ofKind(momentEntities.testForm, Items),
      more: LastEvaluatedKey !== undefined,
    };
  },
});

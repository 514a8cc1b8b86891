import {
  type CreateTableCommandInput,
  DescribeTableCommand,
  type DynamoDBClient,
} from '@aws-sdk/client-dynamodb';

/** The message says what to do; show it alone. */
export class DataOutdated extends Error {
  override readonly name = 'DataOutdated';
}

type Indexes = readonly { readonly IndexName?: string | undefined }[] | undefined;

const namesOf = (indexes: Indexes): string =>
  (indexes ?? [])
    .map(({ IndexName }) => IndexName)
    .toSorted()
    .join(', ');

/** A table kept from an earlier start is used as it is; throws `DataOutdated` where it lacks an index or has another. */
export const assertUsable = async (
  client: DynamoDBClient,
  TableName: string,
  { GlobalSecondaryIndexes: wanted }: Pick<CreateTableCommandInput, 'GlobalSecondaryIndexes'>,
): Promise<void> => {
  const { Table } = await client.send(new DescribeTableCommand({ TableName }));
  const [has, needs] = [namesOf(Table?.GlobalSecondaryIndexes), namesOf(wanted)];
  if (has !== needs)
    throw new DataOutdated(
      `The data kept here is of another version of the system: ${TableName} has the indexes ${has || 'none'}, not ${needs || 'none'}.\n` +
        'To begin anew, delete .local, or the LOCAL_DIRECTORY you named.',
    );
};

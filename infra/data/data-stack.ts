import { RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import {
  Billing,
  StreamViewType,
  TableEncryptionV2,
  type TablePropsV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import type { Table } from '../../shared/contract/grant.ts';
import { recoveryDays } from '../stages/media-and-backup-schema.ts';
import { auditLogPolicy } from './audit-log-policy.ts';
import { keySetPolicy } from './key-set-policy.ts';
import { logKey, ownKey } from './keys.ts';
import { tableIndexes, text } from './table-indexes.ts';

/** The audit log is written from what comes into the outbox; what lies there goes by itself, when each row says. */
const outbox: Partial<TablePropsV2> = {
  dynamoStream: StreamViewType.NEW_IMAGE,
  timeToLiveAttribute: 'expiresAt',
};

interface DataStackProps extends StackProps {
  /** How often a table has been replaced by its restored copy; nothing where it never was. */
  readonly restoredTables: Partial<Readonly<Record<Table, number>>>;
}

/** The five tables: on demand, encrypted with own keys, recoverable to any second of `recoveryDays`, never deleted. */
export class DataStack extends Stack {
  readonly tables: Readonly<Record<Table, TableV2>>;
  readonly key: Key;
  /** Apart from the tables' key: who may read what was done is not who may read care data. */
  readonly auditKey: Key;
  readonly logKey: Key;
  /** Of what the API's functions are told, the secrets among it; nobody is granted its use. */
  readonly environmentKey: Key;
  /** Lost or changed, nothing about any person can be found again: their keys are made with it. */
  readonly personKeySecret: Secret;
  /** What the registers' adapters know us by; the operator hands its value to whoever runs them. */
  readonly registerKey: Secret;

  constructor(scope: Construct, id: string, { restoredTables, ...props }: DataStackProps) {
    super(scope, id, props);
    this.key = ownKey(this, 'Key', 'Encrypts the tables of Stöd och behandling at rest (SEC-4)');
    this.auditKey = ownKey(this, 'AuditKey', 'Encrypts the audit log of Stöd och behandling at rest (SEC-4)');
    this.logKey = logKey(this, 'LogKey');
    this.environmentKey = ownKey(this, 'EnvironmentKey', 'Encrypts the environment of the API’s functions');
    const made = (Object.keys(tableIndexes) as Table[]).map(
      (name) => [name, this.table(name, restoredTables[name])] as const,
    );
    this.tables = Object.fromEntries(made) as Record<Table, TableV2>;
    for (const statement of auditLogPolicy(this.account, this.partition))
      this.tables.auditLog.addToResourcePolicy(statement);
    this.tables.organisation.addToResourcePolicy(keySetPolicy(this.account, this.partition));
    this.personKeySecret = this.secret(
      'PersonKeySecret',
      'Makes the keys that stand for personnummer in the tables; never rotated',
    );
    this.registerKey = this.secret(
      'RegisterKey',
      'What the person register and the staff directory know us by',
    );
  }

  indexesOf(table: Table): string[] {
    return tableIndexes[table].map(({ indexName }) => indexName);
  }

  keyOf(table: Table): Key {
    return table === 'auditLog' ? this.auditKey : this.key;
  }

  private secret(id: string, description: string): Secret {
    return new Secret(this, id, {
      description,
      encryptionKey: this.key,
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }

  /** A restored copy is another resource: all that uses the table changes with its name, so that a deployment reaches it. */
  private table(name: Table, restored: number | undefined): TableV2 {
    return new TableV2(this, `${name.charAt(0).toUpperCase()}${name.slice(1)}${restored ?? ''}`, {
      partitionKey: text('pk'),
      sortKey: text('sk'),
      billing: Billing.onDemand(),
      encryption: TableEncryptionV2.customerManagedKey(this.keyOf(name)),
      pointInTimeRecoverySpecification: {
        pointInTimeRecoveryEnabled: true,
        recoveryPeriodInDays: recoveryDays,
      },
      // Contributor Insights shows keys in plaintext, whatever the table is encrypted with.
      contributorInsightsSpecification: { enabled: false },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
      globalSecondaryIndexes: tableIndexes[name],
      ...(name === 'activities' && outbox),
    });
  }
}

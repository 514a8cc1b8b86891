import { AttributeType, type GlobalSecondaryIndexPropsV2, ProjectionType } from 'aws-cdk-lib/aws-dynamodb';
import type { Table } from '../../shared/contract/grant.ts';
import { listedInstance } from '../../shared/domain/care/listed-instance.ts';

export const text = (name: string) => ({ name, type: AttributeType.STRING });

const index = (
  indexName: string,
  partition: readonly string[],
  sort: readonly string[],
): GlobalSecondaryIndexPropsV2 => ({
  indexName,
  partitionKeys: partition.map(text),
  sortKeys: sort.map(text),
});

/** It holds what the lists of staff show and is written where that changes alone: not with every version of the head. */
const listIndex = (
  indexName: string,
  partition: readonly string[],
  sort: readonly string[],
): GlobalSecondaryIndexPropsV2 => ({
  ...index(indexName, partition, sort),
  projectionType: ProjectionType.INCLUDE,
  nonKeyAttributes: Object.keys(listedInstance.shape).filter(
    (name) => ![...partition, ...sort].includes(name),
  ),
});

const pressingFirst = ['priority', 'since', 'pk'];

/** The ways to find what is in each table beside its key; the provider is in every key of the log's, so that none spans two (ORG-1). */
export const tableIndexes: Readonly<Record<Table, GlobalSecondaryIndexPropsV2[]>> = {
  organisation: [index('byOwner', ['owner'], ['listed']), index('byCounty', ['activeCounty'], ['listed'])],
  moments: [index('byOwner', ['owner'], ['listed'])],
  instances: [
    index('byResident', ['residentKey'], ['startedAt', 'pk']),
    listIndex('byUnit', ['unit'], pressingFirst),
    listIndex('byPractitioner', ['unit', 'practitioner'], pressingFirst),
    index('byParticipation', ['participation'], ['addedAt', 'pk']),
    // Sparse: the few moments with an urgent flag that nobody has seen.
    {
      ...index('byUnseen', ['unseen'], ['oldestUrgentAt', 'pk']),
      projectionType: ProjectionType.KEYS_ONLY,
    },
  ],
  activities: [],
  auditLog: [
    index('byProvider', ['provider'], ['at', 'sk']),
    index('byPatient', ['provider', 'patientKey'], ['at', 'sk']),
    index('byStaff', ['provider', 'staff'], ['at', 'sk']),
    index('byUnit', ['provider', 'unit'], ['at', 'sk']),
    index('byActivity', ['provider', 'activity'], ['at', 'sk']),
  ],
};

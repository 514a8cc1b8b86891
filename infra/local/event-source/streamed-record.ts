import type {
  _Record,
  Identity,
  AttributeValue as SdkAttributeValue,
} from '@aws-sdk/client-dynamodb-streams';
import type { AttributeValue, DynamoDBRecord, StreamRecord } from 'aws-lambda';

type Image = Record<string, AttributeValue>;

/** A record as Lambda hands it to a function, with what every stream record has made certain. */
export interface StreamedRecord extends DynamoDBRecord {
  readonly dynamodb: StreamRecord & {
    readonly Keys: Image;
    readonly SequenceNumber: string;
    /** Seconds since 1970; the SDK has a Date here. */
    readonly ApproximateCreationDateTime: number;
  };
}

export function toStreamedRecord(record: _Record, streamArn: string): StreamedRecord {
  const { dynamodb, userIdentity, eventName, ...envelope } = record;
  const { Keys, NewImage, OldImage, SequenceNumber, ApproximateCreationDateTime, ...rest } = dynamodb ?? {};
  if (SequenceNumber === undefined || ApproximateCreationDateTime === undefined) {
    throw new Error(`Stream record ${record.eventID} has no sequence number or no time`);
  }
  return {
    ...envelope,
    ...(eventName !== undefined && { eventName }),
    ...(userIdentity !== undefined && { userIdentity: toIdentity(userIdentity) }),
    eventSourceARN: streamArn,
    dynamodb: {
      ...rest,
      Keys: toImage(Keys ?? {}),
      ...(NewImage !== undefined && { NewImage: toImage(NewImage) }),
      ...(OldImage !== undefined && { OldImage: toImage(OldImage) }),
      SequenceNumber,
      ApproximateCreationDateTime: ApproximateCreationDateTime.getTime() / 1000,
    },
  };
}

/** Lambda spells these in lower case, and filters for expired items are written so. */
function toIdentity({ PrincipalId, Type }: Identity) {
  return { principalId: PrincipalId, type: Type };
}

function toImage(image: Record<string, SdkAttributeValue>): Image {
  return Object.fromEntries(Object.entries(image).map(([name, value]) => [name, toAttribute(value)]));
}

/** Lambda's event is JSON: binary arrives in base64. */
function toAttribute(value: SdkAttributeValue): AttributeValue {
  // DynamoDB Local's streams give an empty map as {}, DynamoDB's as {"M":{}}.
  if (Object.keys(value).length === 0) return { M: {} };
  if (value.B !== undefined) return { B: base64(value.B) };
  if (value.BS !== undefined) return { BS: value.BS.map(base64) };
  if (value.L !== undefined) return { L: value.L.map(toAttribute) };
  if (value.M !== undefined) return { M: toImage(value.M) };
  if (value.$unknown !== undefined) throw new Error(`Unknown attribute type ${value.$unknown[0]}`);
  return value;
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

import type { Change, Expectation, MapChange, Presence } from './change.ts';

/** The parts of a DynamoDB write that carry its condition. Every attribute name is aliased: `state` and others are reserved. */
interface Condition {
  readonly ConditionExpression: string;
  readonly ExpressionAttributeNames: Record<string, string>;
  readonly ExpressionAttributeValues?: Record<string, unknown>;
  readonly ReturnValuesOnConditionCheckFailure: 'ALL_OLD';
}

interface Clause {
  readonly text: string;
  readonly names: Record<string, string>;
  readonly values: Record<string, unknown>;
}

const versionClause = (version: number): Clause => ({
  text: '#version = :version',
  names: { '#version': 'version' },
  values: { ':version': version },
});

const stateClause = (state: readonly string[]): Clause => ({
  text: `#state IN (${state.map((_, at) => `:state${at}`).join(', ')})`,
  names: { '#state': 'state' },
  values: Object.fromEntries(state.map((allowed, at) => [`:state${at}`, allowed])),
});

/** Instants are kept in one spelling (`…Z` with milliseconds), so that comparing text compares time. */
const inForceClause = (now: string): Clause => ({
  text: '#validFrom <= :now AND (attribute_not_exists(#validTo) OR #validTo > :now)',
  names: { '#validFrom': 'validFrom', '#validTo': 'validTo' },
  values: { ':now': now },
});

const minorClause = (minor: number): Clause => ({
  text: '#minor >= :minor',
  names: { '#minor': 'minor' },
  values: { ':minor': minor },
});

const revisionClause = (revision: number): Clause => ({
  text: '#revision = :revision',
  names: { '#revision': 'revision' },
  values: { ':revision': revision },
});

/** What an entry is called comes from outside: its alias does not. */
const withoutClause = ({ attribute, entry }: NonNullable<Presence['without']>): Clause => ({
  text: `attribute_not_exists(#${attribute}${entry === undefined ? '' : '.#lacked'})`,
  names: { [`#${attribute}`]: attribute, ...(entry === undefined ? {} : { '#lacked': entry }) },
  values: {},
});

const amongClause = ({ attribute, anyOf }: NonNullable<Presence['among']>): Clause => ({
  text: `(${anyOf.map((_, at) => `contains(#${attribute}, :among${at})`).join(' OR ')})`,
  names: { [`#${attribute}`]: attribute },
  values: Object.fromEntries(anyOf.map((named, at) => [`:among${at}`, named])),
});

const belowClause = (attribute: string, than: number): Clause => ({
  text: `(attribute_not_exists(#${attribute}) OR #${attribute} < :below)`,
  names: { [`#${attribute}`]: attribute },
  values: { ':below': than },
});

const roomClause = ({ attribute, than }: NonNullable<Presence['room']>): Clause => ({
  text: `size(#${attribute}) < :room`,
  names: { [`#${attribute}`]: attribute },
  values: { ':room': than },
});

const holdsClause = ({ map, entries }: NonNullable<Presence['holds']>): Clause => ({
  text: entries.map((_, at) => `attribute_exists(#${map}.#held${at})`).join(' AND '),
  names: { [`#${map}`]: map, ...Object.fromEntries(entries.map((entry, at) => [`#held${at}`, entry])) },
  values: {},
});

const fewerClause = (map: string, entry: string, than: number): Clause => ({
  text: `(attribute_not_exists(#${map}.#counted) OR #${map}.#counted < :than)`,
  names: { [`#${map}`]: map, '#counted': entry },
  values: { ':than': than },
});

/** Turns an expectation into the condition that DynamoDB itself checks: never read-then-write. */
export const conditionOf = (expect: Expectation): Condition | Record<string, never> => {
  if ('anything' in expect) return {};
  if ('absent' in expect)
    return {
      ConditionExpression: 'attribute_not_exists(#pk)',
      ExpressionAttributeNames: { '#pk': 'pk' },
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    };
  const { version, state, inForceAt, minorAtLeast, revision, without, among, below, fewer, holds, room } =
    expect;
  const clauses: Clause[] = [
    { text: 'attribute_exists(#pk)', names: { '#pk': 'pk' }, values: {} },
    ...(version === undefined ? [] : [versionClause(version)]),
    ...(state ? [stateClause(state)] : []),
    ...(inForceAt === undefined ? [] : [inForceClause(inForceAt)]),
    ...(minorAtLeast === undefined ? [] : [minorClause(minorAtLeast)]),
    ...(revision === undefined ? [] : [revisionClause(revision)]),
    ...(without ? [withoutClause(without)] : []),
    ...(among ? [amongClause(among)] : []),
    ...(below ? [belowClause(below.attribute, below.than)] : []),
    ...(holds ? [holdsClause(holds)] : []),
    ...(room ? [roomClause(room)] : []),
    ...(fewer ? [fewerClause(fewer.map, fewer.entry, fewer.than)] : []),
  ];
  const values = Object.assign({}, ...clauses.map((clause) => clause.values)) as Record<string, unknown>;
  return {
    ConditionExpression: clauses.map(({ text }) => text).join(' AND '),
    ExpressionAttributeNames: Object.assign({}, ...clauses.map(({ names }) => names)) as Record<
      string,
      string
    >,
    ...(Object.keys(values).length > 0 ? { ExpressionAttributeValues: values } : {}),
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  };
};

interface MapParts {
  readonly set: readonly string[];
  readonly removed: readonly string[];
  readonly names: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, unknown>>;
}

const inMapOf = (change: MapChange, at: number): MapParts => {
  const { map, entry } = change;
  const path = `#${map}.#entry${at}`;
  const names = { [`#${map}`]: map, [`#entry${at}`]: entry };
  const nothing = { set: [], removed: [], names, values: {} };
  if (change.act === 'remove') return { ...nothing, removed: [path] };
  if (change.act === 'set')
    return { ...nothing, set: [`${path} = :entry${at}`], values: { [`:entry${at}`]: change.value } };
  return {
    ...nothing,
    set: [`${path} = if_not_exists(${path}, :nought) + :entry${at}`],
    values: { ':nought': 0, [`:entry${at}`]: change.by },
  };
};

/** An update: sets some attributes, adds to numbers, `version` among them, and changes entries of maps, where its condition holds. */
export const updateOf = (change: Change, activityId: string) => {
  const { item = {}, setOnce = {}, follows = {}, cleared = [], added = {}, inMaps = [], expect } = change;
  const set = Object.entries({ ...item, activityId });
  const once = Object.entries(setOnce);
  const following = Object.entries(follows);
  const add = Object.entries({ ...added, version: 1 });
  const maps = inMaps.map(inMapOf);
  const condition = conditionOf(expect);
  const removed = [...cleared.map((name) => `#${name}`), ...maps.flatMap((one) => one.removed)];
  const setting = [
    ...set.map(([name]) => `#${name} = :set_${name}`),
    ...once.map(([name]) => `#${name} = if_not_exists(#${name}, :set_${name})`),
    ...following.map(([name, { attribute }]) => `#${name} = if_not_exists(#${attribute}, :set_${name})`),
    ...maps.flatMap((one) => one.set),
  ];
  return {
    ...condition,
    UpdateExpression: [
      `SET ${setting.join(', ')}`,
      `ADD ${add.map(([name]) => `#${name} :add_${name}`).join(', ')}`,
      ...(removed.length > 0 ? [`REMOVE ${removed.join(', ')}`] : []),
    ].join(' '),
    ExpressionAttributeNames: {
      ...condition.ExpressionAttributeNames,
      ...Object.fromEntries([...set, ...once].map(([name]) => [`#${name}`, name])),
      ...Object.fromEntries(
        following.flatMap(([name, { attribute }]) => [name, attribute]).map((name) => [`#${name}`, name]),
      ),
      ...Object.fromEntries(cleared.map((name) => [`#${name}`, name])),
      ...Object.fromEntries(add.map(([name]) => [`#${name}`, name])),
      ...Object.assign({}, ...maps.map(({ names }) => names)),
    } as Record<string, string>,
    ExpressionAttributeValues: {
      ...condition.ExpressionAttributeValues,
      ...Object.fromEntries([...set, ...once].map(([name, value]) => [`:set_${name}`, value])),
      ...Object.fromEntries(following.map(([name, { otherwise }]) => [`:set_${name}`, otherwise])),
      ...Object.fromEntries(add.map(([name, value]) => [`:add_${name}`, value])),
      ...Object.assign({}, ...maps.map(({ values }) => values)),
    } as Record<string, unknown>,
  };
};

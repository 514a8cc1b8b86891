import type { Stores } from '../persistence/stores.ts';

const once = <Asked extends readonly unknown[], T>(read: (...asked: Asked) => Promise<T>) => {
  const answers = new Map<string, Promise<T>>();
  return (...asked: Asked): Promise<T> => {
    const name = JSON.stringify(asked);
    const answer = answers.get(name) ?? read(...asked);
    answers.set(name, answer);
    return answer;
  };
};

const behind = new WeakMap<Stores, Stores>();

/** The stores of one request: what the pipeline judges by and the use case goes on from is read once. */
export const sharingReads = (stores: Stores): Stores => {
  const shared = {
    ...stores,
    organisation: {
      ...stores.organisation,
      provider: once(stores.organisation.provider),
      unit: once(stores.organisation.unit),
    },
    moments: { ...stores.moments, moment: once(stores.moments.moment) },
    instances: {
      ...stores.instances,
      instance: once(stores.instances.instance),
      participant: once(stores.instances.participant),
    },
  };
  behind.set(shared, stores);
  return shared;
};

/** The same for what is tried again: nothing stands as it was read before. */
export const readingAnew = (stores: Stores): Stores => sharingReads(behind.get(stores) ?? stores);

import { staff, units } from '../../data/demo-data.ts';
import { chapter, see, take } from '../client.ts';

const unit = `/units/${units.care}` as const;
const reached = { telephone: 'tel:+46812345678', video: 'https://video.example.se/rum' } as const;

const sayHowReached = async (): Promise<void> => {
  const asking = { as: 'residentAdmin', request: `GET ${unit}`, expect: 200 } as const;
  const { etag } = await take({ ...asking, says: 'the resident administrator looks at the unit' });
  const setting = {
    as: 'residentAdmin',
    request: `PUT ${unit}/contacts`,
    headers: { 'if-match': etag },
  } as const;
  await take({
    ...{ ...setting, as: 'practitioner', says: 'how it is reached is not the practitioner’s to say' },
    ...{ body: reached, expect: 'role-missing' },
  });
  await take({
    ...{ ...setting, says: 'what cannot be dialled is refused' },
    ...{ body: { ...reached, telephone: 'https://example.se' }, expect: 'validation-failed' },
  });
  await take({ ...setting, says: 'a number, and the unit’s own video service', body: reached, expect: 200 });
};

interface Contacts {
  readonly unit: Partial<typeof reached>;
  readonly practitioner: { readonly staff?: string; readonly name?: string };
  readonly standIns: readonly Contacts['practitioner'][];
}

const isReached = ({ unit: { telephone, video } }: Contacts): boolean =>
  telephone === reached.telephone && video === reached.video;

/** Who answers for a moment and who stands in, by name to the resident and none where it is protected (CARE-12). */
export const showContacts = async (instanceId: string): Promise<void> => {
  chapter('Whom one turns to');
  await sayHowReached();
  const path = `/instances/${instanceId}/contacts` as const;
  const looking = { as: 'practitioner', request: `GET ${path}`, expect: 200 } as const;
  const theirs = await take({ ...looking, says: 'the practitioner looks whom the resident turns to' });
  const shown = theirs.body as unknown as Contacts;
  see(
    'to them, or to the unit by telephone and video',
    isReached(shown) && shown.practitioner.staff === staff.practitioner,
    shown,
  );
  const [standIn] = shown.standIns;
  see('or to who stands in', standIn?.staff === staff.protectedPractitioner, shown);
  const own = { as: 'resident', request: `GET /me${path}`, expect: 200 } as const;
  const mine = (await take({ ...own, says: 'the resident looks too' })).body as unknown as Contacts;
  see('at the same number, and a name', isReached(mine) && mine.practitioner.name !== undefined, mine);
  const ids = [staff.practitioner, staff.protectedPractitioner];
  see('at no HSA-id', !ids.some((id) => JSON.stringify(mine).includes(id)), mine);
  const named = mine.standIns.filter(({ name }) => name !== undefined);
  see('and at a stand-in whose name is protected', mine.standIns.length === 1 && named.length === 0, mine);
};

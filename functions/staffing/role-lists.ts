import type { RoleAssignment, RoleChange } from '../../shared/domain/organisation.ts';
import type { Stored } from '../../shared/persistence/engine/entity.ts';
import type { Page } from '../../shared/persistence/engine/page.ts';
import type { Stores } from '../../shared/persistence/stores.ts';

type RolePage = Page<Stored<RoleAssignment>>;

export const namesIn = ({ staffDirectory }: Stores, { items }: RolePage) =>
  staffDirectory.named(items.map(({ value: { staff } }) => staff));

export const roleList = ({ items, next }: RolePage, names: ReadonlyMap<string, string>) => ({
  roles: items.map(({ value }) => ({ ...value, name: names.get(value.staff) })),
  next,
});

export const changeList = ({ items, next }: Page<Stored<RoleChange>>) => ({
  changes: items.map(({ value }) => value),
  next,
});

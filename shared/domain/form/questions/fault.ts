/** Something in a form that cannot be kept; `path` leads to it from the form. */
export interface FormFault {
  readonly path: (string | number)[];
  readonly message: string;
}

const repeated = (ids: readonly string[]): string[] => [
  ...new Set(ids.filter((id, at) => ids.indexOf(id) !== at)),
];

/** One fault for each id that stands more than once. */
export const repeats = (what: string, ids: readonly string[], path: FormFault['path']): FormFault[] =>
  repeated(ids).map((id) => ({ path, message: `${what} ${id} stands twice` }));

import type { Fault } from '../domain/problem.ts';
import { requestSayings } from '../domain/sayings/request-sayings.ts';

/** A strong entity tag (RFC 9110 8.8.3): the version in quotes. */
export const etagOf = (version: number): string => `"${version}"`;

/** The version an `If-Match` names, a fault when it is none of ours, undefined when the header is missing. */
export const readIfMatch = (header: string | undefined): number | Fault | undefined => {
  if (header === undefined) return undefined;
  const version = /^"(0|[1-9]\d{0,14})"$/.exec(header.trim())?.[1];
  return version === undefined
    ? { pointer: '/headers/if-match', ...requestSayings['not-an-etag'] }
    : Number(version);
};

/** For what carries its own tag inside an answer. */
export const withEtag = <T extends { readonly version: number }>({ version, ...rest }: T) => ({
  ...rest,
  etag: etagOf(version),
});

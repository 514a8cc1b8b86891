import * as z from 'zod';
import { told } from '../sayings/said.ts';
import { textSayings } from '../sayings/text-sayings.ts';

/** Keys keep room for four digits of each (keys.ts), so that versions sort as numbers do. */
export const highestVersionNumber = 9999;

/** A moment's version as `major.minor`: minor changes only wording and media, major changes structure (AUT-8). */
export const momentVersion = z
  .string()
  .regex(/^[1-9]\d{0,3}\.(0|[1-9]\d{0,3})$/, told(textSayings['version-form']))
  .meta({ id: 'MomentVersion', example: '1.0' });

/** Expects a string that `momentVersion` has accepted. */
export const majorOf = (version: string): number => Number(version.split('.')[0]);
export const minorOf = (version: string): number => Number(version.split('.')[1]);

/** The latest minor of each major, newest major first, once one more is published. */
export const versionsWith = (before: readonly string[], published: string): string[] =>
  [published, ...before.filter((version) => majorOf(version) !== majorOf(published))].toSorted(
    (one, other) => majorOf(other) - majorOf(one),
  );

/** As numbers go: 10.0 comes after 9.3. */
export const isLater = (one: string, other: string): boolean =>
  majorOf(one) === majorOf(other) ? minorOf(one) > minorOf(other) : majorOf(one) > majorOf(other);

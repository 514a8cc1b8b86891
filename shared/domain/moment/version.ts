import * as z from 'zod';

/** Keys keep room for four digits of each (keys.ts), so that versions sort as numbers do. */
export const highestVersionNumber = 9999;

/** A moment's version as `major.minor`: minor changes only wording and media, major changes structure (AUT-8). */
export const momentVersion = z
  .string()
  .regex(/^[1-9]\d{0,3}\.(0|[1-9]\d{0,3})$/, 'major.minor, such as 1.0')
  .meta({ id: 'MomentVersion', example: '1.0' });

/** Expects a string that `momentVersion` has accepted. */
export const majorOf = (version: string): number => Number(version.split('.')[0]);
export const minorOf = (version: string): number => Number(version.split('.')[1]);

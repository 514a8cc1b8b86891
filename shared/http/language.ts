import Negotiator from 'negotiator';
import { type Language, languages } from '../domain/wording.ts';

/** Swedish for whoever asks for none; English for whoever asks for others than ours. */
export const languageOf = (acceptLanguage: string | undefined): Language => {
  const asked = acceptLanguage?.trim() === '' ? undefined : acceptLanguage;
  const negotiator = new Negotiator({ headers: { 'accept-language': asked } });
  return negotiator.language([...languages]) === 'sv' ? 'sv' : 'en';
};

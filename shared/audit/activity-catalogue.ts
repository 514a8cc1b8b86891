/** `activityType` of Inera's log service (RIV-TA informationsecurity:auditing:log, StoreLog v2), those of them that occur here. */
type ActivityType = 'Läsa' | 'Skriva' | 'Utskrift' | 'Radera';

interface CatalogueRow {
  /** The row of test/requirements.md that demands the entry; absent where the act is logged beyond Inera's list. */
  readonly requirement?: `LOG-${number}`;
  readonly activityType: ActivityType;
  /** StoreLog v2 `resourceType`: free text, at most 256 characters. */
  readonly resourceType: string;
}

/**
 * Everything that can be done and is recorded. Contracts name one of these or say why none applies.
 * The first fourteen are Inera's own list of what this service logs, in its order (LOG-1…14; FAQ of Stöd och behandling,
 * inera.atlassian.net, page 2575237866). Inera names neither type: those are ours, sending out as `Utskrift` as Inera's Intyg has it.
 */
export const activityCatalogue = {
  'instance-opened': { requirement: 'LOG-1', activityType: 'Läsa', resourceType: 'Moment' },
  'message-read': { requirement: 'LOG-2', activityType: 'Läsa', resourceType: 'Meddelande' },
  'message-sent': { requirement: 'LOG-3', activityType: 'Skriva', resourceType: 'Meddelande' },
  'form-read': { requirement: 'LOG-4', activityType: 'Läsa', resourceType: 'Formulär' },
  'form-page-created': { requirement: 'LOG-5', activityType: 'Skriva', resourceType: 'Formulär' },
  'results-viewed': { requirement: 'LOG-6', activityType: 'Läsa', resourceType: 'Resultat' },
  'planning-viewed': { requirement: 'LOG-7', activityType: 'Läsa', resourceType: 'Planering' },
  'contacts-viewed': { requirement: 'LOG-8', activityType: 'Läsa', resourceType: 'Kontakter' },
  'timeline-read': { requirement: 'LOG-9', activityType: 'Läsa', resourceType: 'Tidslinje' },
  'handover-started': { requirement: 'LOG-10', activityType: 'Skriva', resourceType: 'Överlämning' },
  'handover-cancelled': { requirement: 'LOG-11', activityType: 'Skriva', resourceType: 'Överlämning' },
  'handover-approved': { requirement: 'LOG-12', activityType: 'Skriva', resourceType: 'Överlämning' },
  'instance-exported': { requirement: 'LOG-13', activityType: 'Utskrift', resourceType: 'Moment' },
  'instance-purged': { requirement: 'LOG-14', activityType: 'Radera', resourceType: 'Moment' },

  'module-opened': { activityType: 'Läsa', resourceType: 'Moment' },
  'resident-approved': { activityType: 'Skriva', resourceType: 'Godkännande för kommunikation' },
  'resident-looked-up': { activityType: 'Läsa', resourceType: 'Godkännande för kommunikation' },
  'resident-labelled': { activityType: 'Skriva', resourceType: 'Godkännande för kommunikation' },
  'approval-withdrawn': { activityType: 'Skriva', resourceType: 'Godkännande för kommunikation' },
  'approvals-listed': { activityType: 'Läsa', resourceType: 'Godkännande för kommunikation' },
  'mandate-registered': { activityType: 'Skriva', resourceType: 'Ombud' },
  'mandate-confirmed': { activityType: 'Skriva', resourceType: 'Ombud' },
  'mandates-listed': { activityType: 'Läsa', resourceType: 'Ombud' },
  'mandate-withdrawn': { activityType: 'Skriva', resourceType: 'Ombud' },
  'instance-started': { activityType: 'Skriva', resourceType: 'Moment' },
  'start-undone': { activityType: 'Skriva', resourceType: 'Moment' },
  'permissions-changed': { requirement: 'LOG-21', activityType: 'Skriva', resourceType: 'Behörighet' },
  'permissions-viewed': { activityType: 'Läsa', resourceType: 'Behörighet' },
  'provider-registered': { activityType: 'Skriva', resourceType: 'Vårdgivare' },
  'provider-changed': { activityType: 'Skriva', resourceType: 'Vårdgivare' },
  'provider-viewed': { activityType: 'Läsa', resourceType: 'Vårdgivare' },
  'agreements-listed': { activityType: 'Läsa', resourceType: 'Avtal' },
  'agreement-set': { activityType: 'Skriva', resourceType: 'Avtal' },
  'service-agreement-set': { activityType: 'Skriva', resourceType: 'Avtal' },
  'service-handed-out': { activityType: 'Skriva', resourceType: 'Enhet' },
  'units-listed': { activityType: 'Läsa', resourceType: 'Enhet' },
  'unit-viewed': { activityType: 'Läsa', resourceType: 'Enhet' },
  'unit-state-changed': { activityType: 'Skriva', resourceType: 'Enhet' },
  'unit-informed': { activityType: 'Skriva', resourceType: 'Enhet' },
  'information-message-posted': { activityType: 'Skriva', resourceType: 'Informationsmeddelande' },
  'information-messages-listed': { activityType: 'Läsa', resourceType: 'Informationsmeddelande' },
  'information-message-corrected': { activityType: 'Skriva', resourceType: 'Informationsmeddelande' },
  'information-message-withdrawn': { activityType: 'Skriva', resourceType: 'Informationsmeddelande' },
  'unit-renamed': { activityType: 'Skriva', resourceType: 'Enhet' },
  'statistics-viewed': { activityType: 'Läsa', resourceType: 'Statistik' },
  'log-read': { requirement: 'LOG-19', activityType: 'Läsa', resourceType: 'Logg' },

  'moment-created': { activityType: 'Skriva', resourceType: 'Innehåll' },
  'moments-listed': { activityType: 'Läsa', resourceType: 'Innehåll' },
  'draft-opened': { activityType: 'Läsa', resourceType: 'Innehåll' },
  'draft-deleted': { activityType: 'Radera', resourceType: 'Innehåll' },
  'draft-saved': { activityType: 'Skriva', resourceType: 'Innehåll' },
  'test-started': { activityType: 'Skriva', resourceType: 'Innehåll' },
  'test-viewed': { activityType: 'Läsa', resourceType: 'Innehåll' },
  'test-answered': { activityType: 'Skriva', resourceType: 'Innehåll' },
  'tests-removed': { activityType: 'Radera', resourceType: 'Innehåll' },
  'verdict-recorded': { activityType: 'Skriva', resourceType: 'Innehåll' },
  'moment-exported': { activityType: 'Skriva', resourceType: 'Innehåll' },
  'export-recalled': { activityType: 'Skriva', resourceType: 'Innehåll' },
  'version-published': { activityType: 'Skriva', resourceType: 'Innehållskatalog' },
  'moment-sent-back': { activityType: 'Skriva', resourceType: 'Innehåll' },
  'moment-events-listed': { activityType: 'Läsa', resourceType: 'Innehåll' },
  'offer-viewed': { activityType: 'Läsa', resourceType: 'Innehållskatalog' },
  'version-recalled': { activityType: 'Skriva', resourceType: 'Innehållskatalog' },
  'recall-lifted': { activityType: 'Skriva', resourceType: 'Innehållskatalog' },
  'offer-changed': { activityType: 'Skriva', resourceType: 'Innehållskatalog' },
  'catalogue-state-changed': { activityType: 'Skriva', resourceType: 'Innehållskatalog' },
  'catalogue-listed': { activityType: 'Läsa', resourceType: 'Innehållskatalog' },
  'catalogue-entry-viewed': { activityType: 'Läsa', resourceType: 'Innehållskatalog' },
  'moment-activated': { activityType: 'Skriva', resourceType: 'Innehållskatalog' },
  'minor-activated': { activityType: 'Skriva', resourceType: 'Innehållskatalog' },
  'moment-inactivated': { activityType: 'Skriva', resourceType: 'Innehållskatalog' },
  'activations-listed': { activityType: 'Läsa', resourceType: 'Innehållskatalog' },

  'media-upload-started': { activityType: 'Skriva', resourceType: 'Innehåll' },
  'media-listed': { activityType: 'Läsa', resourceType: 'Innehåll' },
  'media-viewed': { activityType: 'Läsa', resourceType: 'Innehåll' },
  'media-removed': { activityType: 'Radera', resourceType: 'Innehåll' },
  'media-verified': { activityType: 'Skriva', resourceType: 'Innehåll' },

  'own-mandate-given': { activityType: 'Skriva', resourceType: 'Ombud' },
  'own-mandate-accepted': { activityType: 'Skriva', resourceType: 'Ombud' },
  'own-mandate-refused': { activityType: 'Skriva', resourceType: 'Ombud' },
  'own-mandate-resigned': { activityType: 'Skriva', resourceType: 'Ombud' },
  'own-mandate-revoked': { activityType: 'Skriva', resourceType: 'Ombud' },
  'own-mandates-listed': { activityType: 'Läsa', resourceType: 'Ombud' },
  'own-represented-listed': { activityType: 'Läsa', resourceType: 'Ombud' },
  'own-numbers-linked': { activityType: 'Skriva', resourceType: 'Personnummer' },
  'own-units-listed': { activityType: 'Läsa', resourceType: 'Enhet' },
  'own-instances-listed': { activityType: 'Läsa', resourceType: 'Moment' },
  'own-instance-opened': { activityType: 'Läsa', resourceType: 'Moment' },
  'own-module-opened': { activityType: 'Läsa', resourceType: 'Moment' },
  'own-form-opened': { activityType: 'Läsa', resourceType: 'Formulär' },
  'own-open-moments-listed': { activityType: 'Läsa', resourceType: 'Moment' },
  'own-open-moment-read': { activityType: 'Läsa', resourceType: 'Moment' },
  'own-open-module-read': { activityType: 'Läsa', resourceType: 'Moment' },
  'own-messages-read': { activityType: 'Läsa', resourceType: 'Meddelande' },
  'answers-saved': { activityType: 'Skriva', resourceType: 'Formulär' },
  'form-submitted': { activityType: 'Skriva', resourceType: 'Formulär' },
} as const satisfies Record<string, CatalogueRow>;

export type ActivityCode = keyof typeof activityCatalogue;
export const activityCodes = Object.keys(activityCatalogue) as [ActivityCode, ...ActivityCode[]];

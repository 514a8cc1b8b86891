/**
 * Who gets what from every route: the access matrix (ORG-1, ORG-6, ID-1, ID-2, ID-3, ID-6, ID-7, LOG-21). One row for each
 * way in; a route without a row fails the test.
 *
 * Columns: the rightful caller · no token · a token of another issuer · a login too weak · the right role on another unit · the
 * right role at another provider · the role withdrawn · the commission expired · the other kind of caller (a resident on staff
 * routes, staff on residents’) · the guardian of a thirteen-year-old · a proxy whose mandate is revoked.
 *
 * Words: `ok`; `role`, no such role here (403); `hidden`, the same but told as 404; `expired`, the commission; `kind`, the wrong
 * kind of caller; `weak`, below LoA3; `none` and `issuer`, 401; `age`, thirteen; `proxy`, no mandate; `self`, only by oneself.
 */
const table = `
operation              | who                         | rightful | none | issuer | weak | unit   | provider | withdrawn | expired | kind | thirteen | revoked
registerProvider       | national-admin              | ok       | none | issuer | weak | role   | role     | role      | ok      | kind | kind     | kind
changeProvider         | national-admin              | ok       | none | issuer | weak | role   | role     | role      | ok      | kind | kind     | kind
setServiceAgreement    | national-admin              | ok       | none | issuer | weak | role   | role     | role      | ok      | kind | kind     | kind
getProvider            | care-provider-admin@provider| ok       | none | issuer | weak | hidden | hidden   | hidden    | ok      | kind | kind     | kind
getProvider            | region-admin@provider       | ok       | none | issuer | weak | hidden | hidden   | hidden    | ok      | kind | kind     | kind
getProvider            | auditor@provider            | ok       | none | issuer | weak | hidden | hidden   | hidden    | ok      | kind | kind     | kind
getProvider            | national-admin              | ok       | none | issuer | weak | hidden | hidden   | hidden    | ok      | kind | kind     | kind
setAgreement           | region-admin@provider       | ok       | none | issuer | weak | role   | role     | role      | ok      | kind | kind     | kind
listAgreements         | region-admin@provider       | ok       | none | issuer | weak | hidden | hidden   | hidden    | ok      | kind | kind     | kind
handOutService         | region-admin@provider       | ok       | none | issuer | weak | role   | role     | role      | ok      | kind | kind     | kind
listUnits              | care-provider-admin@provider| ok       | none | issuer | weak | hidden | hidden   | hidden    | ok      | kind | kind     | kind
listUnits              | national-admin              | ok       | none | issuer | weak | hidden | hidden   | hidden    | ok      | kind | kind     | kind
getUnit                | practitioner@unit           | ok       | none | issuer | weak | hidden | hidden   | hidden    | ok      | kind | kind     | kind
getUnit                | auditor@provider            | ok       | none | issuer | weak | hidden | hidden   | hidden    | ok      | kind | kind     | kind
setUnitState           | care-provider-admin@provider| ok       | none | issuer | weak | role   | role     | role      | ok      | kind | kind     | kind
renameUnit             | care-provider-admin@provider| ok       | none | issuer | weak | role   | role     | role      | ok      | kind | kind     | kind
setUnitContacts        | authorization-admin@unit    | ok       | none | issuer | weak | role   | role     | role      | expired | kind | kind     | kind
setUnitContacts        | resident-admin@unit         | ok       | none | issuer | weak | role   | role     | role      | expired | kind | kind     | kind
setUnitInformation     | authorization-admin@unit    | ok       | none | issuer | weak | role   | role     | role      | expired | kind | kind     | kind
setUnitInformation     | resident-admin@unit         | ok       | none | issuer | weak | role   | role     | role      | expired | kind | kind     | kind
postInformationMessage | care-provider-admin@provider| ok       | none | issuer | weak | role   | role     | role      | ok      | kind | kind     | kind
listInformationMessages| care-provider-admin@provider| ok       | none | issuer | weak | hidden | hidden   | hidden     | ok      | kind | kind     | kind
correctInformationMessage| care-provider-admin@provider| ok       | none | issuer | weak | role   | role     | role      | ok      | kind | kind     | kind
withdrawInformationMessage| care-provider-admin@provider| ok       | none | issuer | weak | role   | role     | role      | ok      | kind | kind     | kind
viewUnitStatistics     | data-admin@unit             | ok       | none | issuer | weak | hidden | hidden   | hidden    | expired | kind | kind     | kind
viewUnitStatistics     | care-provider-admin@provider| ok       | none | issuer | weak | hidden | hidden   | hidden    | ok      | kind | kind     | kind
viewProviderStatistics | care-provider-admin@provider| ok       | none | issuer | weak | hidden | hidden   | hidden    | ok      | kind | kind     | kind

giveUnitRole           | authorization-admin@unit    | ok       | none | issuer | weak | role   | role     | role      | expired | kind | kind     | kind
giveUnitRole           | care-provider-admin@provider| ok       | none | issuer | weak | role   | role     | role      | ok      | kind | kind     | kind
withdrawUnitRole       | authorization-admin@unit    | ok       | none | issuer | weak | role   | role     | role      | expired | kind | kind     | kind
withdrawUnitRole       | care-provider-admin@provider| ok       | none | issuer | weak | role   | role     | role      | ok      | kind | kind     | kind
listUnitRoles          | authorization-admin@unit    | ok       | none | issuer | weak | role   | role     | role      | expired | kind | kind     | kind
listUnitRoleChanges    | authorization-admin@unit    | ok       | none | issuer | weak | role   | role     | role      | expired | kind | kind     | kind
giveProviderRole       | care-provider-admin@provider| ok       | none | issuer | weak | role   | role     | role      | ok      | kind | kind     | kind
giveProviderRole       | national-admin              | ok       | none | issuer | weak | role   | role     | role      | ok      | kind | kind     | kind
withdrawProviderRole   | care-provider-admin@provider| ok       | none | issuer | weak | role   | role     | role      | ok      | kind | kind     | kind
withdrawProviderRole   | national-admin              | ok       | none | issuer | weak | role   | role     | role      | ok      | kind | kind     | kind
listProviderRoles      | auditor@provider            | ok       | none | issuer | weak | role   | role     | role      | ok      | kind | kind     | kind
listProviderRoleChanges| auditor@provider            | ok       | none | issuer | weak | role   | role     | role      | ok      | kind | kind     | kind

lookUpResident         | resident-admin@unit         | ok       | none | issuer | weak | role   | role     | role      | expired | kind | kind     | kind
lookUpResident         | practitioner@unit           | ok       | none | issuer | weak | role   | role     | role      | expired | kind | kind     | kind
approveResident        | resident-admin@unit         | ok       | none | issuer | weak | role   | role     | role      | expired | kind | kind     | kind
labelResident          | resident-admin@unit         | ok       | none | issuer | weak | role   | role     | role      | expired | kind | kind     | kind
withdrawApproval       | resident-admin@unit         | ok       | none | issuer | weak | role   | role     | role      | expired | kind | kind     | kind
listApprovals          | resident-admin@unit         | ok       | none | issuer | weak | role   | role     | role      | expired | kind | kind     | kind
registerMandate        | resident-admin@unit         | ok       | none | issuer | weak | role   | role     | role      | expired | kind | kind     | kind
withdrawMandate        | resident-admin@unit         | ok       | none | issuer | weak | role   | role     | role      | expired | kind | kind     | kind
confirmMandate         | resident-admin@unit         | ok       | none | issuer | weak | role   | role     | role      | expired | kind | kind     | kind
listUnitMandates       | resident-admin@unit         | ok       | none | issuer | weak | role   | role     | role      | expired | kind | kind     | kind
giveMandate            | resident                    | ok       | none | issuer | weak | kind   | kind     | kind      | kind    | kind | self     | self
revokeMyMandate        | resident                    | ok       | none | issuer | weak | kind   | kind     | kind      | kind    | kind | self     | self
acceptMandate          | resident                    | ok       | none | issuer | weak | kind   | kind     | kind      | kind    | kind | self     | self
refuseMandate          | resident                    | ok       | none | issuer | weak | kind   | kind     | kind      | kind    | kind | self     | self
resignMandate          | resident                    | ok       | none | issuer | weak | kind   | kind     | kind      | kind    | kind | self     | self
listMyMandates         | resident                    | ok       | none | issuer | weak | kind   | kind     | kind      | kind    | kind | self     | self
listMyRepresented      | resident                    | ok       | none | issuer | weak | kind   | kind     | kind      | kind    | kind | self     | self
linkMyEarlierNumbers   | resident                    | ok       | none | issuer | weak | kind   | kind     | kind      | kind    | kind | self     | self
listMyUnits            | resident                    | ok       | none | issuer | weak | kind   | kind     | kind      | kind    | kind | self     | self

createMoment           | designer@unit               | ok       | none | issuer | weak | role   | role     | role      | ok      | kind | kind     | kind
saveDraft              | designer@unit               | ok       | none | issuer | weak | hidden | hidden   | hidden    | ok      | kind | kind     | kind
listMoments            | designer@unit               | ok       | none | issuer | weak | hidden | hidden   | hidden    | ok      | kind | kind     | kind
listMoments            | publisher@unit              | ok       | none | issuer | weak | hidden | hidden   | hidden    | ok      | kind | kind     | kind
listMoments            | practitioner@unit           | ok       | none | issuer | weak | hidden | hidden   | hidden    | ok      | kind | kind     | kind
openDraft              | designer@unit               | ok       | none | issuer | weak | hidden | hidden   | hidden    | ok      | kind | kind     | kind
openDraft              | publisher@unit              | ok       | none | issuer | weak | hidden | hidden   | hidden    | ok      | kind | kind     | kind
openDraft              | practitioner@unit           | ok       | none | issuer | weak | hidden | hidden   | hidden    | ok      | kind | kind     | kind
openModuleDraft        | designer@unit               | ok       | none | issuer | weak | hidden | hidden   | hidden    | ok      | kind | kind     | kind
openModuleDraft        | publisher@unit              | ok       | none | issuer | weak | hidden | hidden   | hidden    | ok      | kind | kind     | kind
openModuleDraft        | practitioner@unit           | ok       | none | issuer | weak | hidden | hidden   | hidden    | ok      | kind | kind     | kind
openFormDraft          | practitioner@unit           | ok       | none | issuer | weak | hidden | hidden   | hidden    | ok      | kind | kind     | kind
checkDraft             | publisher@unit              | ok       | none | issuer | weak | hidden | hidden   | hidden    | ok      | kind | kind     | kind
compareDraft           | publisher@unit              | ok       | none | issuer | weak | hidden | hidden   | hidden    | ok      | kind | kind     | kind
listSaves              | designer@unit               | ok       | none | issuer | weak | hidden | hidden   | hidden    | ok      | kind | kind     | kind
saveOutline            | designer@unit               | ok       | none | issuer | weak | hidden | hidden   | hidden    | ok      | kind | kind     | kind
addModule              | designer@unit               | ok       | none | issuer | weak | hidden | hidden   | hidden    | ok      | kind | kind     | kind
saveModule             | designer@unit               | ok       | none | issuer | weak | hidden | hidden   | hidden    | ok      | kind | kind     | kind
saveStep               | designer@unit               | ok       | none | issuer | weak | hidden | hidden   | hidden    | ok      | kind | kind     | kind
moveStep               | designer@unit               | ok       | none | issuer | weak | hidden | hidden   | hidden    | ok      | kind | kind     | kind
copyStep               | designer@unit               | ok       | none | issuer | weak | hidden | hidden   | hidden    | ok      | kind | kind     | kind
deleteModule           | designer@unit               | ok       | none | issuer | weak | hidden | hidden   | hidden    | ok      | kind | kind     | kind
saveForm               | designer@unit               | ok       | none | issuer | weak | hidden | hidden   | hidden    | ok      | kind | kind     | kind
copyForm               | designer@unit               | ok       | none | issuer | weak | hidden | hidden   | hidden    | ok      | kind | kind     | kind
deleteForm             | designer@unit               | ok       | none | issuer | weak | hidden | hidden   | hidden    | ok      | kind | kind     | kind
undoSave               | designer@unit               | ok       | none | issuer | weak | hidden | hidden   | hidden    | ok      | kind | kind     | kind
deleteDraft            | designer@unit               | ok       | none | issuer | weak | hidden | hidden   | hidden    | ok      | kind | kind     | kind
startTest              | designer@unit               | ok       | none | issuer | weak | hidden | hidden   | hidden    | ok      | kind | kind     | kind
startTest              | practitioner@unit           | ok       | none | issuer | weak | hidden | hidden   | hidden    | ok      | kind | kind     | kind
viewTestAsResident     | designer@unit               | ok       | none | issuer | weak | hidden | hidden   | hidden    | ok      | kind | kind     | kind
viewTestAsResident     | practitioner@unit           | ok       | none | issuer | weak | hidden | hidden   | hidden    | ok      | kind | kind     | kind
viewTestAsStaff        | practitioner@unit           | ok       | none | issuer | weak | hidden | hidden   | hidden    | ok      | kind | kind     | kind
viewTestModule         | practitioner@unit           | ok       | none | issuer | weak | hidden | hidden   | hidden    | ok      | kind | kind     | kind
viewTestForm           | practitioner@unit           | ok       | none | issuer | weak | hidden | hidden   | hidden    | ok      | kind | kind     | kind
saveTestAnswers        | practitioner@unit           | ok       | none | issuer | weak | hidden | hidden   | hidden    | ok      | kind | kind     | kind
submitTestForm         | practitioner@unit           | ok       | none | issuer | weak | hidden | hidden   | hidden    | ok      | kind | kind     | kind
removeTests            | designer@unit               | ok       | none | issuer | weak | hidden | hidden   | hidden    | ok      | kind | kind     | kind
recordVerdict          | designer@unit               | ok       | none | issuer | weak | hidden | hidden   | hidden    | ok      | kind | kind     | kind
recordVerdict          | practitioner@unit           | ok       | none | issuer | weak | hidden | hidden   | hidden    | ok      | kind | kind     | kind
createMediaUpload      | designer@unit               | ok       | none | issuer | weak | hidden | hidden   | hidden    | ok      | kind | kind     | kind
listMedia              | designer@unit               | ok       | none | issuer | weak | hidden | hidden   | hidden    | ok      | kind | kind     | kind
listMedia              | publisher@unit              | ok       | none | issuer | weak | hidden | hidden   | hidden    | ok      | kind | kind     | kind
listMedia              | practitioner@unit           | ok       | none | issuer | weak | hidden | hidden   | hidden    | ok      | kind | kind     | kind
getMedia               | designer@unit               | ok       | none | issuer | weak | hidden | hidden   | hidden    | ok      | kind | kind     | kind
getMedia               | publisher@unit              | ok       | none | issuer | weak | hidden | hidden   | hidden    | ok      | kind | kind     | kind
getMedia               | practitioner@unit           | ok       | none | issuer | weak | hidden | hidden   | hidden    | ok      | kind | kind     | kind
removeMedia            | designer@unit               | ok       | none | issuer | weak | hidden | hidden   | hidden    | ok      | kind | kind     | kind
getMediaLimits         | anyone                      | ok       | ok   | ok     | ok   | ok     | ok       | ok        | ok      | ok   | ok       | ok
exportToPublisher      | designer@unit               | ok       | none | issuer | weak | hidden | hidden   | hidden    | ok      | kind | kind     | kind
draftFromVersion       | designer@unit               | ok       | none | issuer | weak | hidden | hidden   | hidden    | ok      | kind | kind     | kind
recallExport           | designer@unit               | ok       | none | issuer | weak | hidden | hidden   | hidden    | ok      | kind | kind     | kind
publishVersion         | publisher@unit              | ok       | none | issuer | weak | hidden | hidden   | hidden    | ok      | kind | kind     | kind
sendBack               | publisher@unit              | ok       | none | issuer | weak | hidden | hidden   | hidden    | ok      | kind | kind     | kind
getOffer               | publisher@unit              | ok       | none | issuer | weak | hidden | hidden   | hidden    | ok      | kind | kind     | kind
getOffer               | designer@unit               | ok       | none | issuer | weak | hidden | hidden   | hidden    | ok      | kind | kind     | kind
setOffer               | publisher@unit              | ok       | none | issuer | weak | hidden | hidden   | hidden    | ok      | kind | kind     | kind
recallVersion          | publisher@unit              | ok       | none | issuer | weak | hidden | hidden   | hidden    | ok      | kind | kind     | kind
liftRecall             | publisher@unit              | ok       | none | issuer | weak | hidden | hidden   | hidden    | ok      | kind | kind     | kind
setCatalogueState      | publisher@unit              | ok       | none | issuer | weak | hidden | hidden   | hidden    | ok      | kind | kind     | kind
listMomentEvents       | designer@unit               | ok       | none | issuer | weak | hidden | hidden   | hidden    | ok      | kind | kind     | kind
listMomentEvents       | publisher@unit              | ok       | none | issuer | weak | hidden | hidden   | hidden    | ok      | kind | kind     | kind
listCatalogue          | care-provider-admin@provider| ok       | none | issuer | weak | hidden | hidden   | hidden    | ok      | kind | kind     | kind
getCatalogueEntry      | care-provider-admin@provider| ok       | none | issuer | weak | hidden | hidden   | hidden    | ok      | kind | kind     | kind
activateMoment         | care-provider-admin@provider| ok       | none | issuer | weak | role   | role     | role      | ok      | kind | kind     | kind
activateMinor          | care-provider-admin@provider| ok       | none | issuer | weak | hidden | hidden   | hidden    | ok      | kind | kind     | kind
compareMinor           | care-provider-admin@provider| ok       | none | issuer | weak | hidden | hidden   | hidden    | ok      | kind | kind     | kind
inactivateMoment       | care-provider-admin@provider| ok       | none | issuer | weak | role   | role     | role      | ok      | kind | kind     | kind
listActivations        | practitioner@unit           | ok       | none | issuer | weak | hidden | hidden   | hidden    | expired | kind | kind     | kind
listActivations        | resident-admin@unit         | ok       | none | issuer | weak | hidden | hidden   | hidden    | expired | kind | kind     | kind
listActivations        | care-provider-admin@provider| ok       | none | issuer | weak | hidden | hidden   | hidden    | ok      | kind | kind     | kind
listOpenMoments        | resident                    | ok       | none | issuer | weak | kind   | kind     | kind      | kind    | kind | age      | proxy
readOpenMoment         | resident                    | ok       | none | issuer | weak | kind   | kind     | kind      | kind    | kind | age      | proxy
readOpenModule         | resident                    | ok       | none | issuer | weak | kind   | kind     | kind      | kind    | kind | age      | proxy

undoStart              | practitioner@unit           | ok       | none | issuer | weak | hidden | hidden   | hidden    | expired | kind | kind     | kind
undoStart              | resident-admin@unit         | ok       | none | issuer | weak | hidden | hidden   | hidden    | expired | kind | kind     | kind
enterMaintenance       | practitioner@unit           | ok       | none | issuer | weak | hidden | hidden   | hidden    | expired | kind | kind     | kind
endInstance            | practitioner@unit           | ok       | none | issuer | weak | hidden | hidden   | hidden    | expired | kind | kind     | kind
startInstance          | practitioner@unit           | ok       | none | issuer | weak | role   | role     | role      | expired | kind | kind     | kind
startInstance          | resident-admin@unit         | ok       | none | issuer | weak | role   | role     | role      | expired | kind | kind     | kind
openWithReason         | practitioner@unit           | ok       | none | issuer | weak | hidden | hidden   | hidden    | expired | kind | kind     | kind
addParticipant         | practitioner@unit           | ok       | none | issuer | weak | hidden | hidden   | hidden    | expired | kind | kind     | kind
addParticipant         | resident-admin@unit         | ok       | none | issuer | weak | hidden | hidden   | hidden    | expired | kind | kind     | kind
removeParticipant      | practitioner@unit           | ok       | none | issuer | weak | hidden | hidden   | hidden    | expired | kind | kind     | kind
removeParticipant      | resident-admin@unit         | ok       | none | issuer | weak | hidden | hidden   | hidden    | expired | kind | kind     | kind
listParticipants       | practitioner@unit           | ok       | none | issuer | weak | hidden | hidden   | hidden    | expired | kind | kind     | kind
listParticipants       | resident-admin@unit         | ok       | none | issuer | weak | hidden | hidden   | hidden    | expired | kind | kind     | kind
listUnitInstances      | practitioner@unit           | ok       | none | issuer | weak | role   | role     | role      | expired | kind | kind     | kind
listUnitInstances      | resident-admin@unit         | ok       | none | issuer | weak | role   | role     | role      | expired | kind | kind     | kind
listPractitionerInstances| practitioner@unit           | ok       | none | issuer | weak | role   | role     | role      | expired | kind | kind     | kind
listParticipations     | practitioner@unit           | ok       | none | issuer | weak | role   | role     | role      | expired | kind | kind     | kind
findResidentInstances  | practitioner@unit           | ok       | none | issuer | weak | role   | role     | role      | expired | kind | kind     | kind
findResidentInstances  | resident-admin@unit         | ok       | none | issuer | weak | role   | role     | role      | expired | kind | kind     | kind
listUnitPractitioners  | practitioner@unit           | ok       | none | issuer | weak | role   | role     | role      | expired | kind | kind     | kind
listUnitPractitioners  | resident-admin@unit         | ok       | none | issuer | weak | role   | role     | role      | expired | kind | kind     | kind
listUnitCategories     | practitioner@unit           | ok       | none | issuer | weak | role   | role     | role      | expired | kind | kind     | kind
listUnitCategories     | resident-admin@unit         | ok       | none | issuer | weak | role   | role     | role      | expired | kind | kind     | kind
setUnitCategories      | resident-admin@unit         | ok       | none | issuer | weak | role   | role     | role      | expired | kind | kind     | kind
categoriseInstance     | practitioner@unit           | ok       | none | issuer | weak | hidden | hidden   | hidden    | expired | kind | kind     | kind
categoriseInstance     | resident-admin@unit         | ok       | none | issuer | weak | hidden | hidden   | hidden    | expired | kind | kind     | kind
planContent            | practitioner@unit           | ok       | none | issuer | weak | hidden | hidden   | hidden    | expired | kind | kind     | kind
viewContacts           | practitioner@unit           | ok       | none | issuer | weak | hidden | hidden   | hidden    | expired | kind | kind     | kind
viewMyContacts         | resident                    | ok       | none | issuer | weak | kind   | kind     | kind      | kind    | kind | age      | proxy
openInstance           | practitioner@unit           | ok       | none | issuer | weak | hidden | hidden   | hidden    | expired | kind | kind     | kind
openModule             | practitioner@unit           | ok       | none | issuer | weak | hidden | hidden   | hidden    | expired | kind | kind     | kind
readForm               | practitioner@unit           | ok       | none | issuer | weak | hidden | hidden   | hidden    | expired | kind | kind     | kind
listFormPages          | practitioner@unit           | ok       | none | issuer | weak | hidden | hidden   | hidden    | expired | kind | kind     | kind
createFormPages        | practitioner@unit           | ok       | none | issuer | weak | hidden | hidden   | hidden    | expired | kind | kind     | kind
viewResults            | practitioner@unit           | ok       | none | issuer | weak | hidden | hidden   | hidden    | expired | kind | kind     | kind
sendMessage            | practitioner@unit           | ok       | none | issuer | weak | hidden | hidden   | hidden    | expired | kind | kind     | kind
readMessages           | practitioner@unit           | ok       | none | issuer | weak | hidden | hidden   | hidden    | expired | kind | kind     | kind
withdrawMessage        | practitioner@unit           | ok       | none | issuer | weak | hidden | hidden   | hidden    | expired | kind | kind     | kind
writeComment           | practitioner@unit           | ok       | none | issuer | weak | hidden | hidden   | hidden    | expired | kind | kind     | kind
readComments           | practitioner@unit           | ok       | none | issuer | weak | hidden | hidden   | hidden    | expired | kind | kind     | kind
listFlags              | practitioner@unit           | ok       | none | issuer | weak | hidden | hidden   | hidden    | expired | kind | kind     | kind
acknowledgeFlag        | practitioner@unit           | ok       | none | issuer | weak | hidden | hidden   | hidden    | expired | kind | kind     | kind
clearFlag              | practitioner@unit           | ok       | none | issuer | weak | hidden | hidden   | hidden    | expired | kind | kind     | kind
reopenFlag             | practitioner@unit           | ok       | none | issuer | weak | hidden | hidden   | hidden    | expired | kind | kind     | kind
listClearedFlags       | practitioner@unit           | ok       | none | issuer | weak | hidden | hidden   | hidden    | expired | kind | kind     | kind
readTimeline           | practitioner@unit           | ok       | none | issuer | weak | hidden | hidden   | hidden    | expired | kind | kind     | kind
listMyInstances        | resident                    | ok       | none | issuer | weak | kind   | kind     | kind      | kind    | kind | age      | proxy
openMyInstance         | resident                    | ok       | none | issuer | weak | kind   | kind     | kind      | kind    | kind | age      | proxy
openMyModule           | resident                    | ok       | none | issuer | weak | kind   | kind     | kind      | kind    | kind | age      | proxy
openMyForm             | resident                    | ok       | none | issuer | weak | kind   | kind     | kind      | kind    | kind | age      | proxy
saveAnswers            | resident                    | ok       | none | issuer | weak | kind   | kind     | kind      | kind    | kind | age      | proxy
submitForm             | resident                    | ok       | none | issuer | weak | kind   | kind     | kind      | kind    | kind | age      | proxy
listMyPages            | resident                    | ok       | none | issuer | weak | kind   | kind     | kind      | kind    | kind | age      | proxy
createMyPage           | resident                    | ok       | none | issuer | weak | kind   | kind     | kind      | kind    | kind | age      | proxy
readMyMessages         | resident                    | ok       | none | issuer | weak | kind   | kind     | kind      | kind    | kind | age      | proxy
sendMyMessage          | resident                    | ok       | none | issuer | weak | kind   | kind     | kind      | kind    | kind | age      | proxy

listAuditEntries       | auditor@provider            | ok       | none | issuer | weak | role   | role     | role      | ok      | kind | kind     | kind

getHealth              | anyone                      | ok       | ok   | ok     | ok   | ok     | ok       | ok        | ok      | ok   | ok       | ok
getOpenApi             | anyone                      | ok       | ok   | ok     | ok   | ok     | ok       | ok        | ok      | ok   | ok       | ok
`;

const callers = [
  'rightful',
  'none',
  'issuer',
  'weak',
  'unit',
  'provider',
  'withdrawn',
  'expired',
  'kind',
  'thirteen',
  'revoked',
] as const;

/**
 * What a practitioner of the unit does only in what they take part in (CARE-17). Their rows have one more column: the right role on that
 * very unit, by somebody whom nobody added.
 */
const inOwnMoments = new Set(
  `openInstance openModule readForm listFormPages createFormPages viewResults sendMessage readMessages withdrawMessage writeComment readComments listFlags acknowledgeFlag clearFlag reopenFlag listClearedFlags readTimeline undoStart enterMaintenance endInstance addParticipant removeParticipant listParticipants categoriseInstance planContent viewContacts`.split(
    ' ',
  ),
);
export type Caller = (typeof callers)[number] | 'apart';

/** What each word of the table is over HTTP: the status, and the code of a problem. */
const words = {
  ok: 'ok',
  role: '403 role-missing',
  hidden: '404 not-found',
  expired: '403 commission-expired',
  kind: '403 wrong-kind-of-caller',
  weak: '403 assurance-too-low',
  none: '401 token-missing',
  issuer: '401 token-invalid',
  age: '403 guardian-age-limit',
  proxy: '403 representation-missing',
  self: '403 representation-not-allowed',
  apart: '403 participation-missing',
} as const;
type Outcome = (typeof words)[keyof typeof words];

/** One way into one route. */
export interface MatrixRow {
  readonly operationId: string;
  /** A role and where it is held, such as `auditor@provider`; `national-admin`, `resident` or `anyone`. */
  readonly who: string;
  readonly outcomes: Readonly<Partial<Record<Caller, Outcome>>>;
}

export const isInOwnMoments = ({ operationId, who }: Pick<MatrixRow, 'operationId' | 'who'>): boolean =>
  who === 'practitioner@unit' && inOwnMoments.has(operationId);

const rowIn = (line: string): MatrixRow => {
  const [operationId = '', who = '', ...cells] = line.split('|').map((cell) => cell.trim());
  const outcomes = callers.map((caller, at) => {
    const word = cells[at] ?? '';
    if (!Object.hasOwn(words, word)) throw new Error(`${operationId}, ${caller}: no such word "${word}"`);
    return [caller, words[word as keyof typeof words]] as const;
  });
  const apart = isInOwnMoments({ operationId, who }) ? [['apart', words.apart] as const] : [];
  return {
    operationId,
    who,
    outcomes: Object.fromEntries([...outcomes, ...apart]) as MatrixRow['outcomes'],
  };
};

export const matrix: readonly MatrixRow[] = table
  .trim()
  .split('\n')
  .slice(1)
  .filter((line) => line.trim() !== '')
  .map(rowIn);
